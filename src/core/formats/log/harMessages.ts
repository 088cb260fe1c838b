import type { LogEntry } from "../../log/logEntry.ts";
import type { ProtocolId } from "../../protocols/index.ts";
import { writeBase64 } from "../../units/byteText.ts";
import type { EpochMs } from "../../units/units.ts";

export interface HarMessage {
  readonly type: "send" | "receive";
  /** Seconds since 1970. */
  readonly time: number;
  /** 1: text. 2: binary, and `data` is Base64. @see RFC 6455 §5.2 */
  readonly opcode: 1 | 2;
  readonly data: string;
}

/** To the microsecond, as Chrome writes them. */
export const harSeconds = (time: EpochMs): number => Math.round(time * 1000) / 1_000_000;

/** The frames that an entry was on the wire: one, or an event and the binary frames behind it. */
export function harMessages(entry: LogEntry, protocol: ProtocolId, namespace: string | null): readonly HarMessage[] {
  const type = entry.direction === "sent" ? "send" : "receive";
  const time = harSeconds(entry.time);
  const text = (data: string): HarMessage => ({ type, time, opcode: 1, data });
  const binary = (octets: Uint8Array): HarMessage => ({ type, time, opcode: 2, data: writeBase64(octets) });
  switch (entry.body.type) {
    case "text": {
      // Engine.IO's own pings are logged as they are, packets without the `4` before them.
      const isBare = protocol === "socketio" && entry.kind !== "ping";
      return [text(isBare ? `4${entry.body.text}` : entry.body.text)];
    }
    case "binary":
      return [binary(entry.body.octets)];
    case "event":
      return [text(packet(entry, entry.body, namespace)), ...entry.body.attachments.map(binary)];
    case "note":
      return [];
  }
}

/** @see https://socket.io/docs/v4/socket-io-protocol/#packet-encoding */
function packet(
  { kind, ackId, namespace: other }: LogEntry,
  { text, attachments }: Extract<LogEntry["body"], { type: "event" }>,
  own: string | null,
): string {
  const isAck = kind === "ack";
  const count = attachments.length;
  const type = count > 0 ? `${isAck ? "6" : "5"}${String(count)}-` : isAck ? "3" : "2";
  const namespace = other ?? own ?? "/";
  const space = namespace === "/" || namespace === "" ? "" : `${namespace},`;
  return `4${type}${space}${ackId === null ? "" : String(ackId)}${text}`;
}
