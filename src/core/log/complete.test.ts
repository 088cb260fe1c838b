import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completeFilter } from "./complete.ts";
import { parseFilter } from "./filter.ts";

const context = {
  events: ["chat:new", "chat old", "tick"],
  saved: [{ name: "Big ones", filter: "size:>10k dir:in" }],
};
const texts = (before: string): readonly string[] => completeFilter(before, context).choices.map(({ text }) => text);

describe("completing a filter", () => {
  test("[LG12] an empty field offers saved filters and every key", () => {
    expect(texts("")).toEqual([
      "size:>10k dir:in",
      "dir:",
      "kind:",
      "event:",
      "size:",
      "after:",
      "before:",
      "seq:",
      "json:",
    ]);
  });

  test("[LG12] keys, their values, and the next of several", () => {
    expect(texts("tick ki")).toEqual(["kind:"]);
    expect(texts("-di")).toEqual(["dir:"]);
    expect(texts("kind:a")).toContain("kind:ack");
    expect(texts("kind:ack,pi")).toEqual(["kind:ack,ping"]);
    expect(completeFilter("tick -kind:ack", context).from).toBe("tick -".length);
  });

  test("[LG12] events of the log, in quotes where they hold a space", () => {
    expect(texts("event:chat")).toEqual(["event:chat:new", 'event:"chat old"']);
  });

  test("[LG12] nothing inside a phrase or a pattern", () => {
    expect(texts('"two wo')).toEqual([]);
    expect(texts("/re")).toEqual([]);
  });

  test("[LG12] whatever is before the caret, what is offered for events, kinds and directions can be read", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("", "a ", "-", "dir:", "kind:ack,", "event:"),
        // What somebody put before a comma is theirs, right or wrong.
        fc.string({ maxLength: 3 }).filter((typed) => !typed.includes(",")),
        (start, typed) => {
          const before = start + typed;
          const { from, choices } = completeFilter(before, context);
          for (const { text, is } of choices)
            if (is !== "key" && !text.startsWith("json:")) {
              if (parseFilter(before.slice(0, from)).ok)
                expect(parseFilter(before.slice(0, from) + text)).toMatchObject({ ok: true });
            }
        },
      ),
    );
  });
});
