import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import type { CodeEntry, CodeKey } from "../../core/explain/codeRegistry.ts";
import { SYSTEM_NAMES } from "../../core/explain/codes/systems.ts";
import type { CodeTexts } from "../../i18n/codes/codeTexts.ts";
import { Rich } from "../parts/Rich.tsx";

interface CodeListProps {
  readonly texts: CodeTexts;
  readonly entries: readonly CodeEntry[];
  readonly openKey: CodeKey | null;
  readonly onOpen: (key: CodeKey | null) => void;
}

/** Where a key leads from a row; null: not a key of the list. */
function stepTo(key: string, from: number, last: number): number | null {
  if (key === "ArrowDown") return Math.min(last, from + 1);
  if (key === "ArrowUp") return Math.max(0, from - 1);
  if (key === "Home") return 0;
  return key === "End" ? last : null;
}

/** One Tab stop with arrow keys inside; a row opens under itself. */
export function CodeList({ texts, entries, openKey, onOpen }: CodeListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState<CodeKey | null>(openKey);
  const at = Math.max(
    0,
    entries.findIndex(({ key }) => key === current),
  );
  const move = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const next = stepTo(event.key, at, entries.length - 1);
    if (next === null) return;
    event.preventDefault();
    list.current?.querySelectorAll<HTMLElement>(".ref-row")[next]?.focus();
  };
  const { screen } = texts;
  return (
    <div className="ref-body">
      <div className="ref-cols ref-heads" aria-hidden="true">
        <span>{screen.code}</span>
        <span>{screen.name}</span>
        <span>{screen.system}</span>
        <span>{screen.meaning}</span>
      </div>
      <ul ref={list} aria-label={screen.title}>
        {entries.map((entry, index) => (
          <li key={entry.key}>
            <Row
              texts={texts}
              entry={entry}
              isOpen={entry.key === openKey}
              isTabStop={index === at}
              onKeyDown={move}
              onFocus={() => {
                setCurrent(entry.key);
              }}
              onToggle={() => {
                onOpen(entry.key === openKey ? null : entry.key);
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface RowProps {
  readonly texts: CodeTexts;
  readonly entry: CodeEntry;
  readonly isOpen: boolean;
  readonly isTabStop: boolean;
  readonly onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
}

function Row({ texts, entry, isOpen, isTabStop, onKeyDown, onFocus, onToggle }: RowProps) {
  const moreId = useId();
  const [meaning] = texts.codes[entry.key];
  return (
    <>
      <button
        type="button"
        className="ref-cols ref-row"
        tabIndex={isTabStop ? 0 : -1}
        aria-expanded={isOpen}
        aria-controls={isOpen ? moreId : undefined}
        onClick={onToggle}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      >
        <span className="mono">{entry.code}</span>
        <span className="cut">{entry.name}</span>
        <span className="cut ref-system">{SYSTEM_NAMES[entry.system]}</span>
        <span className="ref-meaning">
          <Rich text={meaning} />
        </span>
      </button>
      {isOpen ? <More id={moreId} texts={texts} entry={entry} /> : null}
    </>
  );
}

interface MoreProps {
  readonly id: string;
  readonly texts: CodeTexts;
  readonly entry: CodeEntry;
}

function More({ id, texts, entry }: MoreProps) {
  const { screen } = texts;
  const [meaning, usualCause] = texts.codes[entry.key];
  const own = useRef<HTMLDListElement>(null);
  useEffect(() => {
    own.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <dl ref={own} id={id} className="ref-more">
      <dt>{screen.meaning}</dt>
      <dd>
        <Rich text={meaning} />
      </dd>
      <dt>{screen.usualCause}</dt>
      <dd>
        <Rich text={usualCause} />
      </dd>
      <dt>{screen.retry}</dt>
      <dd>{texts.retry[entry.retry]}</dd>
      <dt>{screen.source}</dt>
      <dd>
        <a className="link-btn mono" href={entry.source} target="_blank" rel="noreferrer">
          {entry.source.replace("https://", "")}
        </a>
      </dd>
    </dl>
  );
}
