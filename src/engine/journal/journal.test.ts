import fc from "fast-check";
import { eventLabel } from "../../core/log/entry.ts";
import { describe, expect, test } from "vitest";
import { parseFilter } from "../../core/log/filter.ts";
import { bytes, epochMs, seq } from "../../core/units/units.ts";
import { utf8 } from "../../core/units/utf8.ts";
import { Filtered, Unfiltered } from "./filtered.ts";
import { Journal, noEntry } from "./journal.ts";
import type { NewEntry } from "./segment.ts";

const roomy = { entries: 1_000_000, bytes: bytes(1e9) };
const text = (data: string, time = 0): NewEntry => ({
  ...noEntry,
  time: epochMs(time),
  direction: "received",
  kind: "message",
  payload: "text",
  data,
});
const binary = (data: Uint8Array<ArrayBuffer>): NewEntry => ({ ...text(""), payload: "binary", data });
const textOf = (journal: Journal, of: number): string => new TextDecoder().decode(journal.detail(seq(of), null)?.head);

async function search(journal: Journal, filter: string): Promise<number[]> {
  const parsed = parseFilter(filter);
  if (!parsed.ok) throw new Error(filter);
  const filtered = new Filtered(journal, parsed.value);
  while (!filtered.isDone()) await filtered.advance(0);
  return Array.from({ length: filtered.total() }, (_, at) => filtered.seqAt(filtered.base() + at) ?? 0);
}

describe("a journal", () => {
  test("[JO1] gives back every octet of every entry, whatever its text or size", () => {
    const payload = fc.oneof(
      fc.string({ unit: "binary" }).map((data) => data.toWellFormed()),
      fc.uint8Array().map((data) => Uint8Array.from(data)),
    );
    fc.assert(
      fc.property(fc.array(payload, { maxLength: 200 }), (payloads) => {
        const journal = new Journal(roomy);
        for (const data of payloads) journal.append(typeof data === "string" ? text(data) : binary(data));
        for (const [index, data] of payloads.entries()) {
          expect(journal.detail(seq(index + 1), null)?.head).toEqual(typeof data === "string" ? utf8(data) : data);
        }
      }),
    );
  });

  test("[JO2] a large message stands alone and is read in part", () => {
    const journal = new Journal(roomy);
    journal.append(text("before"));
    journal.append(text("字".repeat(1_000_000)));
    journal.append(binary(new Uint8Array(2_000_000).fill(7)));
    journal.append(text("after"));
    expect(journal.detail(seq(2), 9)).toMatchObject({ total: 3_000_000, head: utf8("字字字") });
    expect(journal.detail(seq(3), 2)?.head).toEqual(Uint8Array.of(7, 7));
    expect(textOf(journal, 4)).toBe("after");
    expect(journal.segments().map(({ count }) => count)).toEqual([1, 1, 1, 1]);
  });

  test("[JO9] a million empty messages are as many entries, found and dropped like others", async () => {
    const journal = new Journal({ entries: 1_000_000, bytes: bytes(1e9) });
    const empty = text("");
    for (let n = 0; n < 1_000_000; n++) journal.append(empty);
    expect(journal.count()).toBe(1_000_000);
    expect(journal.weight()).toBeLessThan(20_000_000);
    expect((await search(journal, "size:0 seq:>=999999")).length).toBe(2);
    expect(await search(journal, "x")).toEqual([]);
  });

  test("[JO62] a long text is kept whole, whichever letters it has and wherever they begin", () => {
    const letter = fc.constantFrom("a", "é", "汉", "👋", "\ud800", "\u0000");
    fc.assert(
      fc.property(fc.integer({ min: 65_530, max: 65_545 }), fc.array(letter), fc.nat(3), (length, letters, before) => {
        const journal = new Journal(roomy);
        for (let n = 0; n < before; n++) journal.append(text("short"));
        const long = "x".repeat(length) + letters.join("") + "y".repeat(letters.length);
        const kept = journal.append(text(long));
        journal.append(text("after"));
        expect(new TextDecoder().decode(journal.detail(kept, null)?.head)).toBe(long.toWellFormed());
        expect(textOf(journal, kept + 1)).toBe("after");
      }),
    );
  });

  test("[JO3] drops the oldest when the budget of entries is spent, says so, and never reuses a number", async () => {
    const journal = new Journal({ entries: 1000, bytes: bytes(1e9) });
    for (let n = 1; n <= 5000; n++) journal.append(text(`#${String(n)}`));
    expect(journal.count()).toBeLessThanOrEqual(1000);
    expect(journal.count()).toBeGreaterThan(800);
    expect(journal.dropped + journal.count()).toBe(journal.next() - 1);
    const notes = await search(journal, "kind:lifecycle");
    expect(notes.length).toBeGreaterThan(0);
    expect(journal.row(seq(notes.at(-1) ?? 0), null)?.what).toMatchObject({ type: "note", note: { note: "dropped" } });
    expect(textOf(journal, journal.next() - 1)).toMatch(/#5000|dropped/);
  });

  test("[JO4] and when the budget of octets is spent", () => {
    const journal = new Journal({ entries: 1_000_000, bytes: bytes(4_000_000) });
    for (let n = 0; n < 200; n++) journal.append(text("x".repeat(100_000)));
    expect(journal.weight()).toBeLessThanOrEqual(4_000_000);
    expect(journal.dropped).toBeGreaterThan(100);
  });

  test("[JO5] clearing hides, undo brings back, and only then is anything let go of", async () => {
    const journal = new Journal(roomy);
    for (let n = 0; n < 10; n++) journal.append(text(String(n)));
    journal.clear();
    expect(journal.count()).toBe(0);
    expect(journal.append(text("new"))).toBe(11);
    expect(await search(journal, "new")).toEqual([11]);
    journal.unclear();
    expect(journal.count()).toBe(11);
    expect(textOf(journal, 1)).toBe("0");
  });

  test("[JO6] ties an acknowledgement to its emit, both ways", () => {
    const journal = new Journal(roomy);
    const emit = journal.append({
      ...text('["join"]', 10),
      payload: "event",
      event: journal.intern(eventLabel("join")),
      ackId: 0,
    });
    const ack = journal.append({ ...text('["ok"]', 46.5), kind: "ack", payload: "event", ackId: 0 });
    journal.link(emit, ack);
    expect(journal.row(ack, emit)).toMatchObject({ link: { seq: emit, after: 36.5 }, delta: 36.5, ackId: 0 });
    expect(journal.row(emit, null)).toMatchObject({
      link: { seq: ack, after: -36.5 },
      what: { event: "join", preview: "" },
    });
  });

  test("[JO7] a row carries no more than it can show", () => {
    const journal = new Journal(roomy);
    journal.append(text("字".repeat(10_000)));
    journal.append(binary(new Uint8Array(10_000)));
    journal.append(binary(utf8("你好")));
    expect(JSON.stringify(journal.row(seq(1), null)).length).toBeLessThan(800);
    expect(journal.row(seq(2), null)?.what).toMatchObject({
      isText: false,
      preview: expect.stringMatching(/^00 00/) as unknown,
    });
    expect(journal.row(seq(3), null)?.what).toEqual({ type: "binary", isText: true, preview: "你好" });
  });

  test("[JO8] an event shows its arguments and names its attachments", () => {
    const journal = new Journal(roomy);
    journal.append({
      ...text('["bin",{"_placeholder":true,"num":0},7]'),
      payload: "event",
      event: journal.intern(eventLabel("bin")),
      attachments: [new Uint8Array(12)],
    });
    expect(journal.row(seq(1), null)?.what).toEqual({
      type: "event",
      namespace: "",
      hasOffset: false,
      event: "bin",
      preview: "<binary 12 B> 7",
      attachments: 1,
    });
    expect(journal.detail(seq(1), null)).toMatchObject({ attachments: [12], total: 39 + 12 });
  });
});

describe("a filter", () => {
  test("[JO10] finds what a look at every entry finds, in ASCII, Chinese and binary", async () => {
    const payload = fc.oneof(
      fc.string({ unit: fc.constantFrom("a", "b", "A", "你", "é"), maxLength: 6 }),
      fc.uint8Array({ maxLength: 3 }).map((data) => Uint8Array.from(data)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(payload, { maxLength: 60 }),
        fc.constantFrom("a", "ab", "Ab", "你", "é", "aa"),
        async (payloads, word) => {
          const journal = new Journal(roomy);
          for (const data of payloads) journal.append(typeof data === "string" ? text(data) : binary(data));
          const anyCase = word === word.toLowerCase();
          const expected = payloads.flatMap((data, index) => {
            const whole =
              typeof data === "string"
                ? data
                : `${new TextDecoder().decode(data)}\n${Array.from(data, (octet) => octet.toString(16).padStart(2, "0")).join(" ")}`;
            return (anyCase ? whole.toLowerCase() : whole).includes(word) ? [index + 1] : [];
          });
          expect(await search(journal, `"${word}"`)).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("[JO11] terms combine, and hits never straddle two entries", async () => {
    const journal = new Journal(roomy);
    for (const data of ["tick 1", "tock", "tick 2 noise", "ti", "ck"]) journal.append(text(data));
    journal.append({ ...text("tick sent"), direction: "sent" });
    expect(await search(journal, "tick")).toEqual([1, 3, 6]);
    expect(await search(journal, "tick -noise dir:in")).toEqual([1]);
    expect(await search(journal, "/^t.ck$/")).toEqual([2]);
    expect(await search(journal, "size:<=2")).toEqual([4, 5]);
  });

  test("[JO12] keeps up with new entries and forgets dropped ones", async () => {
    const journal = new Journal({ entries: 1000, bytes: bytes(1e9) });
    const parsed = parseFilter("even");
    const filtered = new Filtered(journal, parsed.ok ? parsed.value : []);
    for (let n = 0; n < 5000; n++) {
      journal.append(text(n % 2 === 0 ? "even" : "odd"));
      if (n % 7 === 0) await filtered.advance(0);
    }
    while (!filtered.isDone()) await filtered.advance(0);
    const first = filtered.seqAt(filtered.base());
    expect(first).toBeGreaterThanOrEqual(journal.first());
    expect(filtered.seqAt(filtered.base() - 1)).toBeNull();
    expect(filtered.positionOf(seq(first ?? 0))).toBe(filtered.base());
    const whole = new Unfiltered(journal);
    expect([whole.base(), whole.total()]).toEqual([journal.first() - 1, journal.count()]);
  });
});
