import fc from "fast-check";
import { DIRECTIONS, KINDS } from "../../log/entry.ts";
import type { LogEntry } from "../../log/logEntry.ts";
import { epochMs, seq } from "../../units/units.ts";
import { connecting, ended, entry, opened, T } from "./logSamples.ts";

const anyText = fc.string({ unit: "binary" }).map((value) => value.toWellFormed());
const octets = fc.uint8Array({ maxLength: 40 }).map((value) => new Uint8Array(value));
const anyBody: fc.Arbitrary<LogEntry["body"]> = fc.oneof(
  anyText.map((value) => ({ type: "text" as const, text: value })),
  octets.map((value) => ({ type: "binary" as const, octets: value })),
  fc
    .tuple(anyText, fc.array(octets, { maxLength: 3 }))
    .map(([value, attachments]) => ({ type: "event" as const, text: value, attachments })),
  fc.constantFrom(connecting, opened, ended).map((value) => ({ type: "note" as const, note: value })),
);
/** Any log that can be, for properties. */
export const anyLog: fc.Arbitrary<readonly LogEntry[]> = fc
  .array(
    fc.record({
      by: fc.double({ min: 0, max: 1e6, noNaN: true }),
      direction: fc.constantFrom(...DIRECTIONS),
      kind: fc.constantFrom(...KINDS),
      event: fc.option(anyText),
      ackId: fc.option(fc.nat()),
      linked: fc.option(fc.integer({ min: 1, max: 50 }).map(seq)),
      body: anyBody,
    }),
    { maxLength: 20 },
  )
  .map((list) =>
    list.map(({ by, event, ackId, ...rest }, at) => {
      const names = rest.body.type === "event" ? { event, ackId } : {};
      return entry(at + 1, { ...rest, ...names, time: epochMs(T + by) });
    }),
  );
