import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { parseFilter } from "../../core/log/filter.ts";
import { eventLabel } from "../../core/log/entry.ts";
import { bytes, epochMs, seq } from "../../core/units/units.ts";
import { Filtered } from "./filtered.ts";
import { Journal, noEntry } from "./journal.ts";
import { matchAmong } from "./match.ts";
import { Matcher, type MatcherQuestion } from "./matcher.ts";
import { Segment, type NewEntry } from "./segment.ts";

const text = (data: string, time = 0): NewEntry => ({
  ...noEntry,
  time: epochMs(time),
  direction: "received",
  kind: "message",
  payload: "text",
  data,
});

/** A worker that works at once; or one that never comes back. */
function worker(isStuck = false): Worker {
  const made = {
    onmessage: null as ((event: { data: unknown }) => void) | null,
    onerror: null,
    terminate: () => undefined,
    postMessage: ({ id, cut, isText, terms, candidates }: MatcherQuestion) => {
      if (!isStuck)
        queueMicrotask(() =>
          made.onmessage?.({ data: { id, hits: matchAmong(Segment.of(cut, isText), terms, candidates) } }),
        );
    },
  };
  return made as unknown as Worker;
}

function filterOf(filter: string) {
  const parsed = parseFilter(filter);
  if (!parsed.ok) throw new Error(filter);
  return parsed.value;
}

async function search(journal: Journal, filter: string, matcher: Matcher | null): Promise<number[]> {
  const filtered = new Filtered(journal, filterOf(filter), matcher);
  while (!filtered.isDone()) await filtered.advance(0);
  return Array.from({ length: filtered.total() }, (_, at) => filtered.seqAt(filtered.base() + at) ?? 0);
}

const filters = [
  "/a.b/",
  "/b?/",
  "/a\\nb|ba/",
  "/^b/ /a/",
  "/A/i",
  "json:$.n>1",
  "dir:in /b/ -json:$.n=2",
  "seq:3.. /a/",
  "after:+5s /./",
  "json:$[0]~a",
];

describe("patterns", () => {
  test("[JO10] find what a look at every entry finds", async () => {
    const payload = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 });
    const patterns = [/ab/, /a.b/, /b?/, /^b/, /c$/, /(?:ab|bc)a/, /[bc]{2}/, /ab*c/, /A/i, /a\Bb/, /a(?=b)/];
    await fc.assert(
      fc.asyncProperty(
        fc.array(payload, { maxLength: 80 }),
        fc.constantFrom(...patterns),
        async (payloads, pattern) => {
          const journal = new Journal({ entries: 1000, bytes: bytes(1e9) });
          for (const data of payloads) journal.append(text(data));
          const expected = payloads.flatMap((data, at) => (pattern.test(data) ? [at + 1] : []));
          expect(await search(journal, String(pattern), null)).toEqual(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("texts", () => {
  test("[JO41] are found as a look at every entry finds them, of any case where they are in lower case", async () => {
    const unit = fc.constantFrom("a", "b", "B", "é", "É", "你", "\n", "7");
    const word = fc.string({ unit, minLength: 1, maxLength: 3 }).filter((made) => !made.includes("\n"));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit, maxLength: 8 }), { maxLength: 80 }),
        fc.array(word, { minLength: 1, maxLength: 2 }),
        async (payloads, words) => {
          const journal = new Journal({ entries: 1000, bytes: bytes(1e9) });
          for (const data of payloads) journal.append(text(data));
          const holds = (data: string, wanted: string): boolean =>
            wanted === wanted.toLowerCase() ? data.toLowerCase().includes(wanted) : data.includes(wanted);
          const expected = payloads.flatMap((data, at) => (words.every((one) => holds(data, one)) ? [at + 1] : []));
          expect(await search(journal, words.map((one) => `"${one}"`).join(" "), null)).toEqual(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("slow terms", () => {
  test("[JO13] find the same where they run aside", async () => {
    const payload = fc.oneof(
      fc.string({ unit: fc.constantFrom("a", "b", "你", "\n"), maxLength: 6 }),
      fc.integer({ min: 0, max: 4 }).map((n) => JSON.stringify({ n })),
      fc.uint8Array({ maxLength: 3 }).map((data) => Uint8Array.from(data)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(payload, { maxLength: 300 }), fc.constantFrom(...filters), async (payloads, filter) => {
        const journal = new Journal({ entries: 600, bytes: bytes(1e9) });
        for (const [at, data] of payloads.entries())
          journal.append(
            typeof data === "string" ? text(data, at * 100) : { ...text("", at * 100), payload: "binary", data },
          );
        expect(await search(journal, filter, new Matcher(() => worker()))).toEqual(await search(journal, filter, null));
      }),
      { numRuns: 300 },
    );
  });

  test("[JO14] that do not come back are stopped: what was found stays, and the next filter works", async () => {
    vi.useFakeTimers();
    try {
      const journal = new Journal({ entries: 1000, bytes: bytes(1e9) });
      journal.append(text("a"));
      let isStuck = true;
      const matcher = new Matcher(() => worker(isStuck));
      const filtered = new Filtered(journal, filterOf("/a/"), matcher);
      const advanced = filtered.advance(0);
      await vi.advanceTimersByTimeAsync(3999);
      expect(filtered.isStuck).toBe(false);
      await vi.advanceTimersByTimeAsync(2);
      await advanced;
      expect([filtered.isStuck, filtered.isDone(), filtered.total()]).toEqual([true, true, 0]);
      isStuck = false;
      expect(await search(journal, "/a/", matcher)).toEqual([1]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("a place in the log", () => {
  test("[JO15] the nearest match before and after any entry", async () => {
    const journal = new Journal({ entries: 1000, bytes: bytes(1e9) });
    for (let n = 1; n <= 20; n++) journal.append(text(n % 5 === 0 ? "five" : "other"));
    const filtered = new Filtered(journal, filterOf("five"));
    while (!filtered.isDone()) await filtered.advance(0);
    const near = (of: number) => [filtered.neighbour(seq(of), -1), filtered.neighbour(seq(of), 1)];
    expect([near(1), near(5), near(7), near(20)]).toEqual([
      [null, 5],
      [null, 10],
      [5, 10],
      [15, null],
    ]);
  });

  test("[JO18] heartbeats with nothing between them that is shown are one row, which each of them leads to", async () => {
    const journal = new Journal({ entries: 1000, bytes: bytes(1e9) });
    const kinds = ["ping", "ping", "message", "ping", "ping", "ping", "message"] as const;
    for (const kind of kinds) journal.append({ ...text("x"), kind });
    const filtered = new Filtered(journal, [], null, true);
    while (!filtered.isDone()) await filtered.advance(0);
    expect(Array.from({ length: filtered.total() }, (_, at) => filtered.seqAt(at))).toEqual([1, 3, 4, 7]);
    expect([1, 3, 4, 7].map((of) => filtered.runAt(seq(of)))).toEqual([
      { count: 2, until: 2 },
      null,
      { count: 3, until: 6 },
      null,
    ]);
    expect([1, 2, 3, 4, 5, 6, 7].map((of) => filtered.positionOf(seq(of)))).toEqual([0, 0, 1, 2, 2, 2, 3]);
  });

  test("[JO19] what happened is found by its facts, not by the names that these have in the log", async () => {
    const journal = new Journal({ entries: 1000, bytes: bytes(1e9) });
    journal.note({ note: "connecting", url: "ws://h", retry: 0, subprotocols: ["a"], namespace: null }, epochMs(0));
    expect(await search(journal, "ws://h", null)).toEqual([1]);
    expect(await search(journal, "namespace", null)).toEqual([]);
  });

  test("[JO16] the first entry from a moment on, else the last", () => {
    const journal = new Journal({ entries: 1000, bytes: bytes(1e9) });
    expect(journal.seqAt(epochMs(0))).toBeNull();
    for (const time of [10, 20, 20, 30]) journal.append(text("x", time));
    expect([5, 10, 15, 20, 21, 31].map((moment) => journal.seqAt(epochMs(moment)))).toEqual([1, 1, 2, 2, 4, 4]);
  });

  test("[JO17] events are counted by name, the most frequent first", () => {
    const journal = new Journal({ entries: 1000, bytes: bytes(1e9) });
    for (const name of ["join", "chat", "chat"])
      journal.append({ ...text("[]"), payload: "event", event: journal.intern(eventLabel(name)) });
    journal.intern(eventLabel("never"));
    expect(journal.events()).toEqual([
      { event: "chat", count: 2 },
      { event: "join", count: 1 },
    ]);
  });
});
