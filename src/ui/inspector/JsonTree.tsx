import { useState } from "react";
import type { JsonNode } from "../../core/units/jsonTree.ts";
import { formatCount } from "../../i18n/format.ts";
import { Icon } from "../parts/Icon.tsx";
import { variables } from "../parts/variables.ts";
import { useText } from "../text.ts";
import { visible } from "../visible.ts";

/** Nodes that are open at first, and how many of a long list are shown at once. */
const OPEN_DEPTH = 2;
const OPEN_CHILDREN = 50;
const SHOWN_AT_ONCE = 500;
const LONGEST_TEXT = 2000;

interface Line {
  readonly path: string;
  readonly depth: number;
  readonly node: JsonNode;
  /** null: a scalar. */
  readonly isOpen: boolean | null;
  readonly index: number | null;
}

/** The lines in sight: only what is open, each list up to what was asked for. No recursion: nesting may be deep. */
function flatten(root: JsonNode, toggled: ReadonlyMap<string, boolean>, most: number): { lines: Line[]; more: number } {
  const lines: Line[] = [];
  const stack: { node: JsonNode; path: string; depth: number; index: number | null }[] = [
    { node: root, path: "$", depth: 0, index: null },
  ];
  while (stack.length > 0 && lines.length < most) {
    const next = stack.pop();
    if (!next) break;
    const { node, path, depth } = next;
    const isBranch = node.children.length > 0;
    const isOpen = isBranch
      ? (toggled.get(path) ?? (depth < OPEN_DEPTH && (depth === 0 || node.children.length <= OPEN_CHILDREN)))
      : null;
    lines.push({ ...next, isOpen });
    if (isOpen !== true) continue;
    for (let at = Math.min(node.children.length, most) - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child)
        stack.push({
          node: child,
          path: `${path}.${String(at)}`,
          depth: depth + 1,
          index: node.kind === "array" ? at : null,
        });
    }
  }
  return { lines, more: stack.length };
}

export function JsonTree({ root }: { readonly root: JsonNode }) {
  const t = useText();
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const { lines, more } = flatten(root, toggled, most);
  return (
    <div className="tree" role="group" aria-label={t.inspector.tree}>
      {lines.map(({ path, depth, node, isOpen, index }) => (
        <div key={path} className="node" style={variables({ "--d": Math.min(depth, 40) })}>
          {isOpen === null ? (
            <span className="tw" />
          ) : (
            <button
              type="button"
              className="tw"
              aria-expanded={isOpen}
              aria-label={t.inspector.expand}
              onClick={() => {
                setToggled(new Map(toggled).set(path, !isOpen));
              }}
            >
              <Icon name={isOpen ? "unfold" : "fold"} small />
            </button>
          )}
          {node.key === null ? null : (
            <span>
              <span className="tok-key">{visible(node.key)}</span>
              <span className="tok-punct">:</span>
            </span>
          )}
          {index === null ? null : <span className="tok-punct">{index}</span>}
          <Scalar node={node} isOpen={isOpen === true} />
        </div>
      ))}
      {more > 0 ? (
        <button
          type="button"
          className="btn mx-3 my-1"
          onClick={() => {
            setMost(most * 4);
          }}
        >
          {t.inspector.more(more)}
        </button>
      ) : null}
    </div>
  );
}

function Scalar({ node, isOpen }: { readonly node: JsonNode; readonly isOpen: boolean }) {
  const t = useText();
  if (node.kind === "object") {
    return (
      <span className="tok-punct">
        {node.children.length === 0 ? "{ }" : `{ } ${t.inspector.keys(node.children.length)}`}{" "}
        {isOpen ? "" : glimpse(node)}
      </span>
    );
  }
  if (node.kind === "array") {
    return (
      <span className="tok-punct">
        [ ] {node.children.length > 0 ? formatCount(node.children.length) : ""} {isOpen ? "" : glimpse(node)}
      </span>
    );
  }
  return <span className={`v tok-${node.kind}`}>{visible(node.text.slice(0, LONGEST_TEXT))}</span>;
}

/** The first scalars of a closed node, to tell it from its neighbours. */
function glimpse({ children }: JsonNode): string {
  const texts = children
    .slice(0, 4)
    .map(
      ({ key, text, kind }) =>
        `${key === null ? "" : `${key}: `}${text === "" ? (kind === "array" ? "[…]" : "{…}") : text.slice(0, 24)}`,
    );
  return texts.join(", ") + (children.length > 4 ? " …" : "");
}
