import { closeCodeName, closeCodeRange } from "../../core/explain/closeCodes.ts";
import type { Note } from "../../core/log/note.ts";
import type { EndCause, Ending } from "../../core/session/session.ts";
import { formatSpan } from "../../i18n/format.ts";
import { noteText } from "../log/noteText.ts";
import { Rich } from "../parts/Rich.tsx";
import { useSocketIoTexts } from "../socketio/useSocketIoTexts.ts";
import { useText } from "../text.ts";

/** A lifecycle entry: its sentence, and for an ending everything that the browser told. */
export function NoteFacts({ note }: { readonly note: Note }) {
  const t = useText();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <div className="payload" data-focus="inspector" role="region" aria-label={t.inspector.whatHappened} tabIndex={0}>
      <p className="p-3 text-13 [overflow-wrap:anywhere]">
        <Rich text={noteText(t, note)} />
      </p>
      {note.note === "ended" ? <EndingFacts ending={note.ending} /> : null}
      {note.note === "opened" && note.negotiated.url !== "" ? (
        <div className="kv">
          <span>{t.connection.url}</span>
          <span className="mono cut">{note.negotiated.url}</span>
        </div>
      ) : null}
    </div>
  );
}

/** What Socket.IO's library said of it, all of it. */
function LibraryFacts({ cause }: { readonly cause: EndCause }) {
  const texts = useSocketIoTexts()?.facts;
  if (!texts || (cause.kind !== "connect-error" && cause.kind !== "disconnect")) return null;
  const facts: readonly (readonly [name: string, value: string | number | null])[] =
    cause.kind === "disconnect"
      ? [[texts.why, cause.why]]
      : [
          [texts.message, cause.message],
          [texts.data, cause.data],
          [texts.status, cause.status],
          [texts.body, cause.body],
        ];
  return [
    ...facts.filter(([, value]) => value !== null),
    [texts.retries, cause.retries ? texts.willRetry : texts.willNot] as const,
  ].map(([name, value]) => (
    <div className="kv" key={name}>
      <dt>{name}</dt>
      <dd className="mono [overflow-wrap:anywhere]">{value === "" ? "\u201c\u201d" : value}</dd>
    </div>
  ));
}

function EndingFacts({ ending }: { readonly ending: Ending }) {
  const t = useText();
  const { cause } = ending;
  const code = cause.kind === "close" || cause.kind === "disconnect" ? cause.code : null;
  const reason = cause.kind === "close" || cause.kind === "disconnect" ? cause.reason : null;
  const wasClean = cause.kind === "close" || cause.kind === "disconnect" ? cause.wasClean : null;
  return (
    <dl>
      {code === null ? null : (
        <>
          <div className="kv">
            <dt>{t.inspector.code}</dt>
            <dd className="mono">{code}</dd>
          </div>
          <div className="kv">
            <dt>{t.inspector.codeName}</dt>
            <dd>{closeCodeName(code) ?? t.inspector.noName[closeCodeRange(code)]}</dd>
          </div>
        </>
      )}
      {reason === null ? null : (
        <div className="kv">
          <dt>{t.inspector.reason}</dt>
          <dd className="[overflow-wrap:anywhere]">{reason === "" ? t.app.none : reason}</dd>
        </div>
      )}
      {wasClean === null ? null : (
        <div className="kv">
          <dt>{t.inspector.cleanly}</dt>
          <dd>
            {wasClean ? t.inspector.yes : t.inspector.no} <span className="mono text-text-3">wasClean</span>
          </dd>
        </div>
      )}
      <LibraryFacts cause={cause} />
      <div className="kv">
        <dt>{t.inspector.openedAfter}</dt>
        <dd className="mono">{formatSpan(ending.lasted)}</dd>
      </div>
    </dl>
  );
}
