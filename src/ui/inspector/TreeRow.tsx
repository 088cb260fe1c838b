import { memo } from "react";
import type { Hidden } from "../../core/decode/inside.ts";
import { writeHex } from "../../core/units/byteText.ts";
import type { Tree } from "../../core/units/tree.ts";
import type { DecodeTexts } from "../../i18n/decode/decodeTexts.ts";
import { formatCount, formatSize } from "../../i18n/format.ts";
import { Icon } from "../parts/Icon.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { variables } from "../parts/variables.ts";
import { visible } from "../visible.ts";
import { Marked } from "../Marked.tsx";
import { noteText } from "./nodeNote.ts";

/** Characters and octets of one value in its row; the whole is copied. */
const LONGEST_TEXT = 2000;
const LONGEST_HEX = 48;
/** Deeper rows share one indent: nobody counts them, and the text must stay in reach. */
const DEEPEST_INDENT = 24;

export type RowAction = "toggle" | "decode" | "value" | "key" | "path" | "all";

interface TreeRowProps {
  readonly id: string;
  readonly tree: Tree;
  readonly at: number;
  readonly depth: number;
  /** What stands for a key where there is none; null: its index. */
  readonly label: string | null;
  /** null: a scalar */
  readonly isOpen: boolean | null;
  readonly isActive: boolean;
  readonly isHovered: boolean;
  readonly hidden: Hidden | null;
  /** What the value was opened as; null: it is not. */
  readonly opened: string | null;
  readonly time: number;
  readonly texts: DecodeTexts;
  readonly marks: readonly RegExp[];
  readonly row: number;
  readonly onAct: (row: number, action: RowAction | null) => void;
  readonly onHover: (row: number) => void;
}

/** One node: its key, its value as it is spelled, what is known of it, and what can be done with it. */
export const TreeRow = memo(function TreeRow(props: TreeRowProps) {
  const { id, tree, at, depth, label, isOpen, isActive, isHovered, hidden, opened, texts, marks, row, onAct } = props;
  const key = tree.key(at);
  const note = tree.note(at);
  const act = (action: RowAction) => (event: { stopPropagation(): void }) => {
    event.stopPropagation();
    onAct(row, action);
  };
  const parent = tree.parent(at);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the tree has the keys and the focus
    <div
      id={id}
      role="treeitem"
      className={`node ${isActive ? "is-active" : ""}`}
      aria-level={depth + 1}
      aria-expanded={isOpen ?? undefined}
      aria-selected={isActive}
      aria-setsize={parent < 0 ? 1 : tree.count(parent)}
      aria-posinset={tree.index(at) + 1}
      style={variables({ "--d": Math.min(depth, DEEPEST_INDENT) })}
      onClick={() => {
        onAct(row, null);
      }}
      onDoubleClick={() => {
        if (isOpen !== null) onAct(row, "toggle");
      }}
      onMouseEnter={() => {
        props.onHover(row);
      }}
    >
      <span className="tw">
        {isOpen === null ? null : (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the row's Enter does the same
          <span className="tw-in" onClick={act("toggle")}>
            <Icon name={isOpen ? "unfold" : "fold"} small />
          </span>
        )}
      </span>
      {key !== null ? (
        <span className="k">
          <span className="tok-key">
            <Marked text={key.slice(0, LONGEST_TEXT)} marks={marks} />
          </span>
          <span className="tok-punct">:</span>
        </span>
      ) : parent < 0 ? null : label === null ? (
        <span className="tok-punct">{tree.index(at)}</span>
      ) : (
        <span className="tok-name">{label}</span>
      )}
      <Value tree={tree} at={at} isOpen={isOpen === true} texts={texts} marks={marks} />
      {note === null ? null : (
        <span className={note.kind === "guess" ? "tag" : "node-note"}>
          {visible(noteText(texts, note, props.time))}
        </span>
      )}
      {hidden === null ? null : (
        <button type="button" className="chip-btn" tabIndex={-1} onClick={act("decode")}>
          {opened === null ? texts.tree.decodeWhat(texts.hidden[hidden]) : `${opened} ×`}
        </button>
      )}
      {isActive || isHovered ? (
        <span className="node-acts">
          <IconButton icon="copy" label={texts.tree.copyValue} tabIndex={-1} onClick={act("value")} />
          {key === null ? null : (
            <button type="button" className="act-btn" tabIndex={-1} title={texts.tree.copyKey} onClick={act("key")}>
              <span className="vh">{texts.tree.copyKey}</span>
              <span aria-hidden="true">{texts.tree.key}</span>
            </button>
          )}
          <button type="button" className="act-btn" tabIndex={-1} title={texts.tree.copyPath} onClick={act("path")}>
            <span className="vh">{texts.tree.copyPath}</span>
            <span aria-hidden="true">{texts.tree.path}</span>
          </button>
        </span>
      ) : null}
    </div>
  );
});

interface ValueProps {
  readonly tree: Tree;
  readonly at: number;
  readonly isOpen: boolean;
  readonly texts: DecodeTexts;
  readonly marks: readonly RegExp[];
}

function Value({ tree, at, isOpen, texts, marks }: ValueProps) {
  const kind = tree.kind(at);
  const count = tree.count(at);
  switch (kind) {
    case "object":
      return (
        <span className="tok-punct">
          {count === 0 ? "{ }" : `{ } ${texts.tree.keys(count)}`} {isOpen ? "" : glimpse(tree, at)}
        </span>
      );
    case "array":
      return (
        <span className="tok-punct">
          [ ] {count > 0 ? formatCount(count) : ""} {isOpen ? "" : glimpse(tree, at)}
        </span>
      );
    case "bytes": {
      const octets = tree.octets(at) ?? new Uint8Array();
      return (
        <span className="v">
          <span className="tok-punct">{formatSize(octets.length)}</span>{" "}
          <span className="tok-number">
            {writeHex(octets.subarray(0, LONGEST_HEX))}
            {octets.length > LONGEST_HEX ? " …" : ""}
          </span>
        </span>
      );
    }
    case "string":
    case "number":
    case "literal":
    case "text": {
      const text = tree.text(at);
      return (
        <span className={`v tok-${kind}`}>
          <Marked text={text.slice(0, LONGEST_TEXT)} marks={marks} />
          {text.length > LONGEST_TEXT ? "…" : ""}
        </span>
      );
    }
  }
}

/** The first scalars of a closed node, to tell it from its neighbours. */
function glimpse(tree: Tree, of: number): string {
  const parts: string[] = [];
  for (let at = of + 1; at < tree.end(of) && parts.length < 4; at = tree.end(at)) {
    const key = tree.key(at);
    const kind = tree.kind(at);
    const text = kind === "array" ? "[…]" : kind === "object" ? "{…}" : tree.text(at).slice(0, 24);
    parts.push(visible(key === null ? text : `${key.slice(0, 40)}: ${text}`));
  }
  return parts.join(", ") + (tree.count(of) > parts.length ? " …" : "");
}
