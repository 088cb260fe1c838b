import type { EntryDetail } from "../../core/log/entry.ts";
import { formatSize, formatSpan } from "../../i18n/format.ts";
import type { Messages } from "../../i18n/index.ts";
import { readJson } from "../../core/units/json.ts";
import { strictUtf8 } from "../../core/units/utf8.ts";
import { goTo } from "../../state/log.ts";
import { Rich } from "../parts/Rich.tsx";
import { useText } from "../text.ts";
import { formatTime } from "../log/time.ts";

/** Above this a payload is not parsed just to name its type. */
const SNIFFED = 64 * 1024;

export function Facts({ detail }: { readonly detail: EntryDetail }) {
  const t = useText();
  const { row } = detail;
  return (
    <dl className="facts">
      <div className="kv">
        <dt>{t.inspector.timeLabel}</dt>
        <dd className="mono cut">
          #{row.seq} {formatTime(row.time, null)}
        </dd>
      </div>
      {row.delta === null ? null : (
        <div className="kv">
          <dt>{t.inspector.arrived}</dt>
          <dd className="mono">{formatSpan(row.delta)}</dd>
        </div>
      )}
      {row.what.type === "note" ? null : (
        <div className="kv">
          <dt>{t.inspector.sizeLabel}</dt>
          <dd>
            <span className="mono">{formatSize(row.size)}</span>, {t.log.directions[row.direction]}, {typeOf(t, detail)}
          </dd>
        </div>
      )}
      {row.link ? (
        <div className="kv">
          <dt>{row.link.after >= 0 ? t.inspector.answers : t.inspector.answered}</dt>
          <dd>
            <button
              type="button"
              className="link-btn mono"
              onClick={() => {
                if (row.link) goTo(row.link.seq);
              }}
            >
              #{row.link.seq}
            </button>{" "}
            <Rich text={`\`${formatSpan(Math.abs(row.link.after))}\``} />
          </dd>
        </div>
      ) : row.ackId !== null && row.direction === "sent" && row.kind === "message" ? (
        <div className="kv">
          <dt>{t.inspector.answered}</dt>
          <dd>{t.inspector.ackWait}</dd>
        </div>
      ) : null}
    </dl>
  );
}

function typeOf(t: Messages, { row, head }: EntryDetail): string {
  const { types } = t.inspector;
  switch (row.what.type) {
    case "event":
      return types.event;
    case "note":
      return types.note;
    case "binary":
      return row.what.isText ? types.binaryText : types.binary;
    case "text": {
      const text = head.length <= SNIFFED ? strictUtf8(head) : null;
      return text !== null && readJson(text).ok ? types.json : types.text;
    }
  }
}
