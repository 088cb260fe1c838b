import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFilter } from "../../core/log/filter.ts";
import { eventLabel } from "../../core/log/entry.ts";
import { bytes, epochMs, seq } from "../../core/units/units.ts";
import { Filtered } from "./filtered.ts";
import { Journal, noEntry } from "./journal.ts";
import type { NewEntry } from "./segment.ts";

const text = (data: string): NewEntry => ({
  ...noEntry,
  time: epochMs(0),
  direction: "received",
  kind: "message",
  payload: "text",
  data,
});

/** What the row of an entry shows under a filter. */
function shown(entry: (journal: Journal) => NewEntry, filter: string): string {
  const parsed = parseFilter(filter);
  if (!parsed.ok) throw new Error(filter);
  const journal = new Journal({ entries: 1000, bytes: bytes(1e8) });
  journal.append(entry(journal));
  const what = journal.row(seq(1), null, new Filtered(journal, parsed.value).looks)?.what;
  return what === undefined || what.type === "note" ? "" : what.preview;
}

const long = `{"pad":"${"字".repeat(2000)}","order":{"id":4711,"state":"Paid"}}`;

describe("given a filter that finds something deep in a payload", () => {
  test.each([
    ["a text", "4711", "4711"],
    ["a text of any case", "paid", "Paid"],
    ["a pattern, by what must stand in it", "/state.{3}Pa+id/", "state"],
    ["two texts: the first place", "paid 4711", "4711"],
  ])("[JO50] the row begins shortly before it: %s", (_, filter, found) => {
    const row = shown(() => text(long), filter);
    expect(row.startsWith("…")).toBe(true);
    expect(row.indexOf(found)).toBeGreaterThan(0);
    expect(row.indexOf(found)).toBeLessThan(60);
  });

  test("[JO50] so does that of an event, whose name is told apart", () => {
    const event = (journal: Journal): NewEntry => ({
      ...text(JSON.stringify(["order", JSON.parse(long)])),
      payload: "event",
      event: journal.intern(eventLabel("order")),
    });
    expect(shown(event, "4711")).toMatch(/^….*4711/);
    expect(shown(event, "")).toMatch(/^\{"pad"/);
  });

  test.each([
    ["what stands at the beginning", "pad"],
    ["what stands nowhere", "absent"],
    ["what is not to stand there", "-4711"],
    ["nothing", ""],
  ])("[JO51] the row begins where the payload does for %s", (_, filter) => {
    expect(shown(() => text(long), filter)).toMatch(/^\{"pad":"字/);
  });

  test("[JO51] no character is split, wherever the place is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 30, maxLength: 200 }), (before) => {
        const row = shown(() => text(`${before.replaceAll("needle", "")}${"é".repeat(60)}needle`), "needle");
        expect(row).toContain("needle");
        expect(row).not.toContain("\ufffd");
      }),
    );
  });
});
