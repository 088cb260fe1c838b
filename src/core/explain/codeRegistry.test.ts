import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closeCodeName, closeCodeRange } from "./closeCodes.ts";
import { codeEntries, lookUpCode, searchCodes, type CodeEntry } from "./codeRegistry.ts";
import { SYSTEM_NAMES, type SystemId } from "./codes/systems.ts";

const keys = (entries: readonly CodeEntry[]): readonly string[] => entries.map(({ key }) => key);
const anyCode = fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.constantFrom(...codeEntries.map(({ code }) => code)));
const systems = Object.keys(SYSTEM_NAMES) as readonly SystemId[];
const noWords = (): string => "";

describe("the registry", () => {
  test("[EX60] has a key of its own and a public page for every entry", () => {
    expect(new Set(keys(codeEntries)).size).toBe(codeEntries.length);
    expect(codeEntries.filter(({ source }) => !source.startsWith("https://"))).toEqual([]);
    expect(codeEntries).toHaveLength(235);
  });

  test("[EX60] has a code for every system, and none that is not a close code", () => {
    expect(new Set(codeEntries.map(({ system }) => system))).toEqual(new Set(systems));
    expect(codeEntries.filter(({ code }) => ["unused", "invalid"].includes(closeCodeRange(code)))).toEqual([]);
  });

  test("[EX60] calls the standard codes what the log calls them", () => {
    const standard = codeEntries.filter(({ system, code }) => ["websocket", "iana"].includes(system) && code !== 1004);
    expect(standard.map(({ code }) => closeCodeName(code))).toEqual(standard.map(({ name }) => name));
  });
});

describe("looking up a code", () => {
  test("[EX61] means what the system says, where the system is known", () => {
    expect(lookUpCode(4401, "graphql-ws").meant?.key).toBe("4401:graphql-ws");
    expect(lookUpCode(4401, "signal").meant?.key).toBe("4401:signal");
    expect(lookUpCode(1011, "daphne").meant?.key).toBe("1011:daphne");
  });

  test("[EX62] means what the standard says, where the system is not known or does not list it", () => {
    expect(lookUpCode(1006, null).meant?.key).toBe("1006:websocket");
    expect(lookUpCode(1012, "graphql-ws").meant?.key).toBe("1012:websocket");
    expect(lookUpCode(3000, null).meant?.key).toBe("3000:iana");
  });

  test("[EX62] means nothing for certain, where only other systems list it", () => {
    const { meant, candidates } = lookUpCode(4401, null);
    expect(meant).toBeNull();
    expect(keys(candidates)).toEqual(["4401:graphql-ws", "4401:hocuspocus", "4401:signal"]);
    expect(lookUpCode(4777, null)).toEqual({ meant: null, candidates: [] });
  });

  test("[EX63] one code with several reasons in one system: the standard holds, the reasons come first", () => {
    const { meant, candidates } = lookUpCode(1006, "wukongim-v2");
    expect(meant?.key).toBe("1006:websocket");
    expect(keys(candidates).slice(0, 4)).toEqual([
      "1006:wukongim-v2:no-connect",
      "1006:wukongim-v2:auth",
      "1006:wukongim-v2:idle",
      "1006:wukongim-v2:kicked",
    ]);
  });

  test("[EX63] the standard is the first candidate, where a system means something else", () => {
    expect(lookUpCode(1000, "phoenix").candidates[0]?.key).toBe("1000:websocket");
  });

  test("[EX61] finds every entry of a code exactly once, whatever the system", () => {
    fc.assert(
      fc.property(anyCode, fc.option(fc.constantFrom(...systems)), (code, system) => {
        const { meant, candidates } = lookUpCode(code, system);
        const found = meant === null ? candidates : [meant, ...candidates];
        expect(keys(found).toSorted()).toEqual(keys(codeEntries.filter((entry) => entry.code === code)).toSorted());
      }),
    );
  });
});

describe("searching", () => {
  test("[EX64] nothing asked for: everything, by code, the standard first", () => {
    expect(searchCodes("  ", noWords)).toEqual(codeEntries);
    const codes = codeEntries.map(({ code }) => code);
    expect(codes).toEqual(codes.toSorted((one, other) => one - other));
    expect(keys(codeEntries)[0]).toBe("1000:websocket");
  });

  test("[EX64] by number, name, system and sentence, in any case", () => {
    expect(keys(searchCodes("4429", noWords))).toEqual(["4429:graphql-ws"]);
    expect(keys(searchCodes("ABNORMAL closure", noWords))).toEqual(["1006:websocket"]);
    expect(searchCodes("discord voice", noWords)).toHaveLength(16);
    expect(keys(searchCodes("gRuMpY", ({ key }) => (key === "4999:liveblocks" ? "grumpy" : "")))).toEqual([
      "4999:liveblocks",
    ]);
  });

  test("[EX64] puts a code before the entries that only mention it", () => {
    const mentions = ({ code }: CodeEntry): string => (code < 1002 ? "see 1006" : "");
    expect(keys(searchCodes("1006", mentions))[0]).toBe("1006:websocket");
    expect(keys(searchCodes("1006", mentions)).at(-1)).toMatch(/^1001:/);
  });

  test("[EX64] every entry found has every word; nothing typed throws", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...codeEntries), (query, entry) => {
        expect(searchCodes(query, noWords).length).toBeLessThanOrEqual(codeEntries.length);
        expect(searchCodes(`${entry.name} ${String(entry.code)}`, noWords)).toContain(entry);
      }),
    );
  });
});
