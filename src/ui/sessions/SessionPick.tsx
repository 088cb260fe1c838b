import { useState } from "react";
import type { FoundSession } from "../../core/formats/log/reading/logReading.ts";
import type { SessionTexts } from "../../i18n/sessions/sessionTexts.ts";
import type { LookedAt } from "../../state/openLog.ts";
import { Rich } from "../parts/Rich.tsx";

interface SessionPickProps {
  readonly texts: SessionTexts;
  readonly looked: readonly LookedAt[];
  readonly onOpen: (chosen: readonly { readonly look: LookedAt; readonly chosen: FoundSession | null }[]) => void;
}

/** Each opens a tab; more than these at once help nobody. */
const MOST_TABS = 30;

/** Which of several connections are opened; and why a file has none. */
export function SessionPick({ texts, looked, onOpen }: SessionPickProps) {
  const words = texts.open;
  const all = looked.flatMap((look) => (look.sessions ?? [null]).map((chosen) => ({ look, chosen })));
  const rows = all.filter(({ look }) => look.problem === null && look.format !== null);
  const [picked, setPicked] = useState<ReadonlySet<number>>(
    () => new Set(rows.flatMap(({ chosen }, at) => ((chosen?.messages ?? 1) > 0 ? [at] : [])).slice(0, 1)),
  );
  const pick = (at: number, isOn: boolean): void => {
    const next = new Set(picked);
    if (isOn) next.add(at);
    else next.delete(at);
    setPicked(next);
  };
  const isAll = rows.length > 0 && picked.size === Math.min(rows.length, MOST_TABS);
  return (
    <>
      {looked.map((look) =>
        look.problem === null ? null : (
          <section key={look.file.name}>
            <p className="says is-wrong" role="alert">
              <span>
                <Rich text={problemText(texts, look)} />
              </span>
            </p>
          </section>
        ),
      )}
      {rows.length === 0 ? null : (
        <section className="flex flex-col gap-2">
          <h3>{words.several(looked[0]?.file.name ?? "", rows.length)}</h3>
          <div className="pick-list">
            <label className="pick">
              <input
                type="checkbox"
                className="box"
                checked={isAll}
                onChange={(event) => {
                  setPicked(new Set(event.target.checked ? rows.slice(0, MOST_TABS).keys() : []));
                }}
              />
              <span>{words.chooseAll}</span>
              <small />
            </label>
            {rows.map(({ look, chosen }, at) => (
              <label key={`${look.file.name} ${String(chosen?.at ?? -1)}`} className="pick">
                <input
                  type="checkbox"
                  className="box"
                  checked={picked.has(at)}
                  disabled={!picked.has(at) && picked.size >= MOST_TABS}
                  onChange={(event) => {
                    pick(at, event.target.checked);
                  }}
                />
                <span className="mono cut" title={chosen?.url ?? look.file.name}>
                  {chosen?.url ?? look.file.name}
                </span>
                <small>{chosen === null ? "" : words.messages(chosen.messages)}</small>
              </label>
            ))}
          </div>
          <button
            type="button"
            className="btn btn-primary self-start"
            disabled={picked.size === 0}
            onClick={() => {
              onOpen(rows.filter((_, at) => picked.has(at)));
            }}
          >
            {words.openChosen(picked.size)}
          </button>
        </section>
      )}
    </>
  );
}

function problemText({ open: words }: SessionTexts, { file, problem }: LookedAt): string {
  switch (problem?.kind) {
    case "unknown":
      return words.unknown(file.name);
    case "unreadable":
      return words.stopped.unreadable(problem.detail);
    case "no-sockets":
      return words.noSockets(file.name, problem.others);
    case "no-messages":
      return problem.elsewhere === ""
        ? words.noMessages(file.name, problem.count)
        : words.elsewhere(file.name, problem.elsewhere);
    case undefined:
      return "";
  }
}
