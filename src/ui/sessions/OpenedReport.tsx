import type { SessionTexts } from "../../i18n/sessions/sessionTexts.ts";
import type { Opened } from "../../state/openLog.ts";

interface OpenedReportProps {
  readonly texts: SessionTexts;
  readonly name: string;
  readonly opened: Opened;
}

/** Named one by one up to here; the rest is counted. */
const SHOWN = 100;

/** What was read of a file, and what could not be. */
export function OpenedReport({ texts, name, opened }: OpenedReportProps) {
  const words = texts.open;
  const { entries, badCount, bad, stopped, detail } = opened;
  return (
    <section className="flex flex-col gap-2" role="status">
      <p>{entries === 0 ? words.nothing(name) : words.read(name, entries)}</p>
      {stopped === null ? null : (
        <p className="says is-wrong">
          {stopped === "unreadable" ? words.stopped.unreadable(detail) : words.stopped[stopped]}
        </p>
      )}
      {badCount === 0 ? null : (
        <>
          <p>{words.bad(badCount)}</p>
          <dl className="bad-list">
            {bad.slice(0, SHOWN).map(({ unit, at, why }) => (
              <div key={`${unit} ${String(at)} ${why}`} className="contents">
                <dt>{words[unit](at)}</dt>
                <dd>{words.reasons[why]}</dd>
              </div>
            ))}
          </dl>
          {badCount > bad.length ? <p className="hint">{words.badMore(badCount - bad.length)}</p> : null}
        </>
      )}
    </section>
  );
}
