import type { EndCause } from "../../../session/session.ts";
import { epochMs, later, ms, type EpochMs } from "../../../units/units.ts";
import { field, momentOf, textOf } from "./values.ts";

/** What must be known of a connection before its messages are read, out of the fields of its entry. */
export const factsOf = (
  facts: Readonly<Record<string, unknown>>,
): { readonly url: string; readonly began: EpochMs | null } => ({
  url: textOf(facts["request.url"]).slice(0, LONGEST_URL),
  began: momentOf(facts["startedDateTime"]),
});

const LONGEST_URL = 100_000;

/** A close frame carries two octets of code and at most 123 of reason; the file may say anything. */
const LONGEST_REASON = 1000;

/**
 * How it ended, as HTTP Toolkit writes it: an object, or "aborted" where no close frame came.
 * @returns null: the file does not say
 * @see RFC 6455 §7.1.5: 1006 is a connection that was closed without a close frame
 */
export function closeOf(
  facts: Readonly<Record<string, unknown>>,
  began: EpochMs,
  last: EpochMs,
): { readonly cause: EndCause; readonly at: EpochMs } | null {
  const close = facts["_webSocketClose"];
  const time = facts["time"];
  const lasted = typeof time === "number" && Number.isFinite(time) && time > 0 ? later(began, ms(time)) : last;
  const at = epochMs(Math.max(last, momentOf(field(close, "timestamp")) ?? lasted));
  if (close === "aborted") return { at, cause: { kind: "close", code: 1006, reason: "", wasClean: false } };
  const code = field(close, "code");
  if (typeof code !== "number" || !Number.isInteger(code)) return null;
  const reason = textOf(field(close, "reason")).slice(0, LONGEST_REASON);
  return { at, cause: { kind: "close", code, reason, wasClean: code !== 1006 } };
}
