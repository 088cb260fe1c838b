import { useRef, type ReactNode } from "react";
import type { DiffLine } from "../../core/compare/compareText.ts";
import type { Change } from "../../core/compare/compareTrees.ts";
import type { Tree } from "../../core/units/tree.ts";
import type { DecodeTexts } from "../../i18n/decode/decodeTexts.ts";
import { visible } from "../visible.ts";
import type { Compared } from "./compared.ts";
import { copyOf } from "./copyOf.ts";
import { useVirtual } from "./useVirtual.ts";

/** Characters of a value or a line in its row. */
const LONGEST = 600;
const SIGNS = { added: "+", removed: "−", changed: "~", same: " " } as const;

/** Every place that differs: its path, and the values on both sides. */
export function ChangeList({ texts, compared }: { readonly texts: DecodeTexts; readonly compared: Compared }) {
  const changes = compared.structure?.changes ?? [];
  const [first, second] = [compared.first.tree, compared.second.tree];
  if (first === null || second === null || changes.length === 0) return null;
  return (
    <Rows label={texts.compare.structure} count={changes.length}>
      {(at) => {
        const change = changes[at];
        return change === undefined ? null : (
          <ChangeRow key={at} change={change} first={first} second={second} texts={texts} />
        );
      }}
    </Rows>
  );
}

interface ChangeRowProps {
  readonly change: Change;
  readonly first: Tree;
  readonly second: Tree;
  readonly texts: DecodeTexts;
}

function ChangeRow({ change, first, second, texts }: ChangeRowProps) {
  const valueOf = (tree: Tree, at: number): string => {
    const isBranch = tree.count(at) > 0;
    return visible(
      (isBranch && tree.end(at) - at > 200 ? `… ${texts.tree.keys(tree.count(at))}` : spelled(tree, at)).slice(
        0,
        LONGEST,
      ),
    );
  };
  return (
    <div role="listitem" className={`diff-row is-${change.is}`}>
      <span aria-hidden="true">{SIGNS[change.is]}</span> <span className="vh">{texts.compare[change.is]}</span>
      <span className="text-text">{visible(change.path.slice(0, LONGEST))}</span>{" "}
      {change.is === "added" ? null : <del>{valueOf(first, change.before)}</del>}
      {change.is === "changed" ? " → " : null}
      {change.is === "removed" ? null : <ins>{valueOf(second, change.after)}</ins>}
    </div>
  );
}

const spelled = (tree: Tree, at: number): string => (tree.kind(at) === "string" ? tree.text(at) : copyOf(tree, at));

/** Two texts line by line, the changed words set apart. */
export function LineList({ texts, lines }: { readonly texts: DecodeTexts; readonly lines: readonly DiffLine[] }) {
  return (
    <Rows label={texts.compare.text} count={lines.length}>
      {(at) => {
        const line = lines[at];
        if (line === undefined) return null;
        return (
          <div key={at} role="listitem" className={`diff-row is-${line.is}`}>
            <span aria-hidden="true">{SIGNS[line.is]}</span>{" "}
            {line.is === "same" ? null : <span className="vh">{texts.compare[line.is]}</span>}
            {line.parts === null
              ? visibleLine(line.text)
              : line.parts.map((part, place) =>
                  part.isChanged ? (
                    // oxlint-disable-next-line react/no-array-index-key -- parts of one line have no other name and never move
                    <b key={place}>{visibleLine(part.text)}</b>
                  ) : (
                    visibleLine(part.text)
                  ),
                )}
          </div>
        );
      }}
    </Rows>
  );
}

const visibleLine = (text: string): string => visible(text.slice(0, LONGEST * 4));

interface RowsProps {
  readonly label: string;
  readonly count: number;
  readonly children: (at: number) => ReactNode;
}

/** Rows of one height, of which only those in sight are drawn. */
function Rows({ label, count, children }: RowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtual(scroller, count);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <div ref={scroller} className="diff-box" role="region" aria-label={label} tabIndex={0} onScroll={list.onScroll}>
      <div style={{ height: list.height }}>
        <div role="list" className="diff-rows mono" style={{ transform: `translateY(${String(list.top)}px)` }}>
          {Array.from({ length: list.count }, (_, at) => children(list.first + at))}
        </div>
      </div>
    </div>
  );
}
