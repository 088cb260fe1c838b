import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { newProfile } from "../core/profile/profile.ts";
import { filler, type Variable } from "../core/profile/template.ts";
import { epochMs } from "../core/units/units.ts";
import { effective, isEdited } from "./effective.ts";
import { newTab } from "./tab.ts";
import { setWorkbench, workbench } from "./workbench.ts";

const mark = (id: string) => ({ id, name: id, order: 1, revision: "r", changedAt: epochMs(1) });
const give = (variables: readonly Variable[]): void => {
  setWorkbench(({ library }) => ({ library: { ...library, environments: [{ ...mark("e"), variables }] } }));
};
const plain = (name: string, value: string): Variable => ({ name, value, secret: false });
const generators = { now: () => 0, chance: () => 0, count: () => 1 };
const filled = (own: readonly Variable[], environment: string | null, template: string): string | null => {
  const { variables } = effective({ profile: { ...newProfile, variables: own }, environment });
  const made = filler(variables, generators)(template);
  return made.ok ? made.value.text : null;
};

beforeEach(() => {
  give([plain("a", "shared"), plain("b", "shared")]);
});

test("[ST28] a setup's own variables stand before those of the environment", () => {
  expect(filled([plain("a", "own")], "e", "{{a}} {{b}}")).toBe("own shared");
});

test("[ST28] of one name the first with a value wins; an empty one lets the next through", () => {
  expect(filled([plain("a", ""), plain("a", "second"), plain("b", "")], "e", "{{a}} {{b}}")).toBe("second shared");
  expect(filled([plain("c", "")], "e", "{{c}}")).toBeNull();
});

test("[ST28] without an environment, or with one that is gone, there are the setup's own", () => {
  expect(filled([plain("a", "own")], null, "{{a}}")).toBe("own");
  expect(filled([plain("a", "own")], "gone", "{{a}}")).toBe("own");
  expect(filled([], "gone", "{{a}}")).toBeNull();
});

test("[ST28] the value of a name is the first that is not empty, whoever has it", () => {
  const variables = fc.array(fc.tuple(fc.constantFrom("a", "b"), fc.constantFrom("", "1", "2")), { maxLength: 4 });
  const made = (pairs: readonly (readonly [string, string])[]) => pairs.map(([name, value]) => plain(name, value));
  fc.assert(
    fc.property(variables, variables, (own, shared) => {
      give(made(shared));
      const first = [...own, ...shared].find(([name, value]) => name === "a" && value !== "");
      expect(filled(made(own), "e", "{{a}}")).toBe(first?.[1] ?? null);
    }),
  );
});

test("[ST28] the same setup and values give the same object, so that nothing is drawn again", () => {
  const tab = { profile: { ...newProfile, url: "ws://h" }, environment: "e" };
  const once = effective(tab);
  expect(effective(tab)).toBe(once);
  give([plain("a", "new")]);
  expect(effective(tab)).not.toBe(once);
  expect(effective({ ...tab, environment: null })).toBe(tab.profile);
});

test("[ST29] a tab is edited where it is not as it was saved; one whose record is gone is", () => {
  const record = { ...mark("p"), folder: null, profile: { ...newProfile, url: "ws://h" } };
  setWorkbench({ library: { ...workbench().library, profiles: [record] } });
  const tab = { ...newTab(structuredClone(record.profile)), saved: { id: "p", revision: "r", edited: false } };
  expect(isEdited(tab)).toBe(false);
  expect(isEdited({ ...tab, profile: { ...tab.profile, notes: "new" } })).toBe(true);
  expect(isEdited({ ...tab, saved: { ...tab.saved, id: "gone" } })).toBe(true);
  expect(isEdited(newTab())).toBe(false);
});
