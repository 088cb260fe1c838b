import type { Direction } from "../../../log/entry.ts";
import type { EntryBody } from "../../../log/logEntry.ts";
import { readBase64 } from "../../../units/byteText.ts";
import type { EpochMs } from "../../../units/units.ts";
import type { ReadEntry } from "./logReading.ts";
import { field, momentOf } from "./values.ts";

const WORDS: Readonly<Record<Direction, readonly string[]>> = {
  sent: ["send", "sent", "out", "outgoing", "request", "client", "tx", "framesent", "up"],
  received: ["receive", "received", "recv", "in", "incoming", "response", "server", "rx", "framereceived", "down"],
  local: ["error", "local"],
};

const DATA = ["data", "payload", "payloadData", "text", "message", "body", "content"] as const;

export const noMore = { seq: null, event: null, ackId: null, linked: null } as const;

/**
 * A message as tools write one: an object with its direction, its data and perhaps its time; anything else
 * is a message that came.
 * @param raw   as it is spelled, so that numbers keep their digits
 * @param since the time of a message that tells none
 */
export function readLoose(value: unknown, raw: string, since: EpochMs): ReadEntry {
  const direction = directionOf(field(value, "type")) ?? directionOf(field(value, "direction"));
  const data = DATA.map((name) => field(value, name)).find((one) => one !== undefined);
  if (direction === null || data === undefined) {
    const text = typeof value === "string" ? value : raw;
    return { ...noMore, time: since, direction: "received", kind: "message", body: { type: "text", text } };
  }
  const time = ["time", "timestamp", "ts", "date", "wallTime"].map((name) => momentOf(field(value, name)));
  return {
    ...noMore,
    time: time.find((one) => one !== null) ?? since,
    direction,
    kind: direction === "local" ? "lifecycle" : "message",
    body: bodyOf(value, data),
  };
}

function directionOf(word: unknown): Direction | null {
  if (typeof word !== "string") return null;
  const lower = word.toLowerCase();
  const known = (["sent", "received", "local"] as const).find((direction) => WORDS[direction].includes(lower));
  return known ?? null;
}

/** Base64 where the opcode says binary, or the object does; what is no Base64 then stays as it is. */
function bodyOf(value: unknown, data: unknown): EntryBody {
  const text = typeof data === "string" ? data : (JSON.stringify(data) ?? "");
  const opcode = field(value, "opcode");
  const isBinary = opcode === 2 || field(value, "base64") === true || field(value, "isBinary") === true;
  const octets = isBinary ? readBase64(text) : null;
  return octets?.ok === true ? { type: "binary", octets: octets.value } : { type: "text", text };
}
