import { memo } from "react";
import { readPacket } from "../../core/decode/socketioPacket.ts";
import type { Row } from "../../core/log/entry.ts";
import type { HeartbeatRun } from "../../core/log/view.ts";
import type { EpochMs, Seq } from "../../core/units/units.ts";
import { formatSize, formatSpan } from "../../i18n/format.ts";
import type { Messages } from "../../i18n/index.ts";
import { Icon } from "../parts/Icon.tsx";
import { Rich } from "../parts/Rich.tsx";
import { useText } from "../text.ts";
import { visible, visibleInRow } from "../visible.ts";
import { Marked } from "../Marked.tsx";
import { noteText, noteTone } from "./noteText.ts";
import { variables } from "../parts/variables.ts";
import { formatDay, formatDelta, formatTime } from "./time.ts";

interface LogRowProps {
  readonly id: string;
  readonly row: Row;
  /** 1 for the first row that matches. */
  readonly index: number;
  /** Times count from here; null: time of day. */
  readonly origin: EpochMs | null;
  /** Whether the day stands before the time of day. */
  readonly isDated: boolean;
  readonly isSelected: boolean;
  readonly isLinked: boolean;
  /** It is shown among others, and the filter matches it. */
  readonly isMatch: boolean;
  readonly isPinned: boolean;
  /** Heartbeats that this row stands for; null: for itself. */
  readonly run: HeartbeatRun | null;
  /** What is marked in its text. */
  readonly patterns: readonly RegExp[];
  readonly onSelect: (seq: Seq) => void;
}

const TONE_ICON = { good: "good", bad: "bad", warn: "warning", plain: "local" } as const;
export const DIRECTION_CLASS = { local: "text-text-3", sent: "text-sent", received: "text-received" } as const;

export const LogRow = memo(function LogRow(props: LogRowProps) {
  const { id, row, index, origin, isDated, isSelected, isLinked, isMatch, isPinned, run, patterns, onSelect } = props;
  const t = useText();
  const tone = row.what.type === "note" ? noteTone(row.what.note) : null;
  const isAnswer = row.link !== null && row.link.after >= 0;
  // A bracket is drawn only between neighbours near enough to be on the screen together.
  const span = isAnswer && row.link.seq >= row.seq - 12 ? row.seq - row.link.seq : 0;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the grid has the keys and the focus
    <div
      id={id}
      role="row"
      className={`row ${tone === null ? "" : "life"} ${tone ?? ""} ${isLinked ? "linked" : ""} ${isMatch ? "match" : ""} ${isPinned ? "pinned" : ""}`}
      aria-rowindex={index}
      aria-selected={isSelected}
      data-seq={row.seq}
      data-kind={row.kind}
      data-direction={row.direction}
      style={span > 0 ? variables({ "--span": span }) : undefined}
      onClick={() => {
        onSelect(row.seq);
      }}
    >
      <span role="gridcell" className="seq">
        {isPinned ? <Icon name="pin" small /> : null}
        {row.seq}
      </span>
      <span role="gridcell" className="time">
        {isDated ? formatDay(row.time) : ""}
        {formatTime(row.time, origin)}
      </span>
      <span role="gridcell" className="delta">
        {row.delta === null ? "" : formatDelta(row.delta)}
      </span>
      <span role="gridcell" className={`dir ${tone === null ? DIRECTION_CLASS[row.direction] : "text-text-3"}`}>
        <Icon name={tone === null ? row.direction : TONE_ICON[tone]} small />
        <span className="vh">{t.log.directions[row.direction]}</span>
      </span>
      <span role="gridcell" className="size">
        {row.what.type === "note" ? "" : formatSize(row.size)}
      </span>
      <span role="gridcell" className="what">
        <Content row={row} t={t} patterns={patterns} />
        {run === null ? <Tags row={row} t={t} /> : <span className="tag">{t.log.heartbeats(run.count)}</span>}
      </span>
    </div>
  );
});

const NO_PATTERNS: readonly RegExp[] = [];

/** What an entry says, without its columns. */
export function LogRowContent({ row }: { readonly row: Row }) {
  const t = useText();
  return (
    <>
      <Content row={row} t={t} patterns={NO_PATTERNS} />
      <Tags row={row} t={t} />
    </>
  );
}

interface ContentProps {
  readonly row: Row;
  readonly t: Messages;
  readonly patterns: readonly RegExp[];
}

function Content({ row, t, patterns }: ContentProps) {
  const { what } = row;
  const marked = (text: string) => <Marked text={text} marks={patterns} write={visibleInRow} />;
  switch (what.type) {
    case "note":
      return (
        <span className="p">
          <Rich text={noteText(t, what.note)} />
        </span>
      );
    case "event":
      return (
        <>
          {what.event === null ? (
            <span className="quiet">{t.log.ack(row.ackId ?? 0)}</span>
          ) : (
            <span className="ev">{marked(what.event)}</span>
          )}
          <span className="p">{marked(what.preview)}</span>
        </>
      );
    case "binary":
      return <span className="p">{marked(what.preview)}</span>;
    case "text":
      return row.kind === "control" ? (
        <ControlPacket wire={what.preview} />
      ) : (
        <span className="p">{row.kind === "ping" ? pingName(what.preview) : marked(what.preview)}</span>
      );
  }
}

/** Engine.IO's ping and pong are one character each; a heartbeat of the user's own stays as it is. */
const pingName = (wire: string): string => ({ "2": "ping", "3": "pong" })[wire] ?? wire;

function ControlPacket({ wire }: { readonly wire: string }) {
  const packet = readPacket(wire);
  if (!packet) return <span className="p">{wire}</span>;
  return (
    <>
      <span className="quiet">
        {packet.type} {packet.namespace}
      </span>
      <span className="p">{visible(packet.json)}</span>
    </>
  );
}

function Tags({ row, t }: { readonly row: Row; readonly t: Messages }) {
  const { what, link } = row;
  const isAnswer = link !== null && link.after >= 0;
  if (row.kind === "ping")
    return <span className="tag">{isAnswer ? `${t.log.heartbeat} · ${formatSpan(link.after)}` : t.log.heartbeat}</span>;
  if (what.type === "binary") return <span className="tag">{t.log.binary}</span>;
  if (what.type !== "event") return null;
  return (
    <>
      {what.namespace === "" ? null : <span className="tag mono">{what.namespace}</span>}
      {what.attachments > 0 ? <span className="tag">{t.log.attachments(what.attachments)}</span> : null}
      {isAnswer ? <span className="tag">{formatSpan(link.after)}</span> : null}
      {what.event !== null && row.ackId !== null ? <span className="tag">{t.log.ack(row.ackId)}</span> : null}
    </>
  );
}
