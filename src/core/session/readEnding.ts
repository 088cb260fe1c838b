import * as v from "valibot";
import { epochMs, ms } from "../units/units.ts";
import type { Ending } from "./session.ts";

const text = v.fallback(v.string(), "");
const textOrNull = v.fallback(v.nullable(v.string()), null);
const flag = v.fallback(v.boolean(), false);
const flagOrNull = v.fallback(v.nullable(v.boolean()), null);
const finite = v.pipe(v.number(), v.finite());
const count = v.fallback(finite, 0);
const numberOrNull = v.fallback(v.nullable(finite), null);
const span = v.fallback(v.pipe(finite, v.transform(ms)), ms(0));
const moment = v.fallback(v.pipe(finite, v.transform(epochMs)), epochMs(0));
const texts = v.fallback(v.array(v.string()), []);

const endCause = v.variant("kind", [
  v.object({ kind: v.literal("close"), code: count, reason: text, wasClean: flag }),
  v.object({ kind: v.literal("no-close-event") }),
  v.object({ kind: v.literal("exception"), name: text, message: text }),
  v.object({ kind: v.literal("setup"), fields: texts }),
  v.object({ kind: v.literal("connect-timeout"), wait: span }),
  v.object({ kind: v.literal("cancelled") }),
  v.object({ kind: v.literal("close-unanswered"), wait: span }),
  v.object({ kind: v.literal("heartbeat"), wait: span }),
  v.object({ kind: v.literal("replaced") }),
  v.object({
    kind: v.literal("connect-error"),
    message: text,
    data: textOrNull,
    status: numberOrNull,
    body: textOrNull,
    retries: flag,
  }),
  v.object({
    kind: v.literal("disconnect"),
    why: text,
    code: numberOrNull,
    reason: textOrNull,
    wasClean: flagOrNull,
    retries: flag,
  }),
]);

/** An ending from a file that may be older, newer or broken: only its cause must be one. */
export const endingSchema: v.GenericSchema<unknown, Ending> = v.object({
  cause: endCause,
  opened: flag,
  errored: flag,
  asked: flag,
  at: moment,
  lasted: span,
});
