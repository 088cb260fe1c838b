import { describe, expect, test } from "vitest";
import { epochMs } from "../../units/units.ts";
import { emptyBundle, type Bundle, type BundledProfile } from "../bundle.ts";
import { emptyLibrary, type Library, type SavedProfile } from "../library.ts";
import { newProfile, type Profile } from "../profile.ts";
import { applyPlan, planImport, type ImportPlan, type PlanAction, type Puts } from "./plan.ts";
import { bundleWithoutSecrets } from "./secrets.ts";

const now = epochMs(5);
const kept = { order: 1, revision: "r", changedAt: epochMs(1) };
const setup = (more: Partial<Profile> = {}): Profile => ({
  ...newProfile,
  url: "wss://a.example/?token=abc",
  variables: [{ name: "t", value: "secret", secret: true }],
  ...more,
});
const stored: SavedProfile = { ...kept, id: "p1", name: "A", folder: "f1", profile: setup() };
const library: Library = {
  folders: [{ ...kept, id: "f1", name: "Team" }],
  profiles: [stored],
  environments: [{ ...kept, id: "e1", name: "Staging", variables: [{ name: "k", value: "v", secret: true }] }],
};
const arrived = (more: Partial<BundledProfile> = {}): Bundle => ({
  ...emptyBundle,
  profiles: [{ id: "p1", name: "A", folder: "Team", profile: setup(), ...more }],
});
const choose = (plan: ImportPlan, action: PlanAction): ImportPlan => ({
  ...plan,
  items: plan.items.map((item) => ({ ...item, action })),
});
function apply(plan: ImportPlan, to = library): Puts {
  let next = 0;
  return applyPlan(to, plan, () => `new${String(++next)}`, now).put;
}
const state = (bundle: Bundle): unknown => planImport(library, bundle).items.map((item) => [item.state, item.action]);

describe("a plan", () => {
  test("[SH50] tells what is new, here already, or here with another content", () => {
    expect(state(arrived({ id: "p9", name: "B", profile: setup({ url: "wss://b.example" }) }))).toEqual([
      ["new", "add"],
    ]);
    expect(state(arrived())).toEqual([["same", "skip"]]);
    expect(state(arrived({ id: null, name: "Other", folder: null }))).toEqual([["same", "skip"]]);
    expect(state(arrived({ profile: setup({ notes: "x" }) }))).toEqual([["changed", "keep-both"]]);
    expect(state(arrived({ id: null, profile: setup({ notes: "x" }) }))).toEqual([["changed", "keep-both"]]);
    expect(state(arrived({ id: null, folder: "team", profile: setup({ notes: "x" }) }))).toEqual([["new", "add"]]);
    expect(state({ ...emptyBundle, environments: [{ id: null, name: "Staging", variables: [] }] })).toEqual([
      ["changed", "keep-both"],
    ]);
  });

  test("[SH51] knows what left without its secrets, and without the ids of its messages", () => {
    expect(state(bundleWithoutSecrets(arrived()))).toEqual([["same", "skip"]]);
    const environments = [{ id: "e1", name: "Staging", variables: [{ name: "k", value: "", secret: true }] }];
    expect(state({ ...emptyBundle, environments })).toEqual([["same", "skip"]]);
  });
});

describe("carried out", () => {
  test("[SH52] adds with the id if it is free, into the folder of that name, after the last", () => {
    const bundle: Bundle = {
      ...arrived({ id: "p2", name: "B", profile: setup({ url: "wss://b.example" }) }),
      environments: [{ id: "e1", name: "Live", variables: [{ name: "x", value: "1", secret: false }] }],
    };
    const put = apply(planImport(library, bundle));
    expect(put.folders).toEqual([]);
    expect(put.profiles).toMatchObject([{ id: "p2", name: "B", folder: "f1", order: 2, changedAt: now }]);
    expect(apply(planImport(emptyLibrary, bundle), emptyLibrary)).toMatchObject({
      folders: [{ name: "Team", order: 1 }],
      profiles: [{ id: "p2" }],
      environments: [{ id: "e1", name: "Live" }],
    });
  });

  test("[SH53] keeps both under a name of its own and a new id", () => {
    const plan = choose(planImport(library, arrived({ profile: setup({ notes: "x" }) })), "keep-both");
    const { profiles } = apply(plan);
    expect(profiles).toMatchObject([{ name: "A (2)", folder: "f1", order: 2, profile: { notes: "x" } }]);
    expect(profiles[0]?.id).not.toBe("p1");
    const again = { ...library, profiles: [...library.profiles, ...profiles] };
    expect(apply(plan, again).profiles[0]?.name).toBe("A (3)");
  });

  test("[SH54] replacing takes what is new and keeps the secrets that are here", () => {
    const bundle = bundleWithoutSecrets({
      ...arrived({ profile: setup({ notes: "x" }) }),
      environments: [
        {
          id: "e1",
          name: "Staging",
          variables: [
            { name: "k", value: "v", secret: true },
            { name: "n", value: "1", secret: false },
          ],
        },
      ],
    });
    expect(bundle.profiles[0]?.profile.url).toBe("wss://a.example/?token=");
    const put = apply(choose(planImport(library, bundle), "replace"));
    expect(put.profiles).toEqual([
      { ...stored, profile: setup({ notes: "x" }), revision: put.profiles[0]?.revision, changedAt: now },
    ]);
    expect(put.profiles[0]?.revision).not.toBe("r");
    expect(put.environments[0]?.variables).toEqual([
      { name: "k", value: "v", secret: true },
      { name: "n", value: "1", secret: false },
    ]);
  });

  test("[SH54] a stored value stays a secret, also where the sender did not mark it", () => {
    const variables = [{ name: "t", value: "", secret: false }];
    const plan = choose(planImport(library, arrived({ profile: setup({ variables, notes: "x" }) })), "replace");
    expect(apply(plan).profiles[0]?.profile.variables).toEqual([{ name: "t", value: "secret", secret: true }]);
  });

  test("[SH55] replacing is not offered where the secrets that are here would go to another server", () => {
    const elsewhere = bundleWithoutSecrets(
      arrived({ id: null, profile: setup({ url: "wss://evil.test/?token=abc" }) }),
    );
    const plan = planImport(library, elsewhere);
    expect(plan.items[0]).toMatchObject({
      state: "changed",
      actions: ["keep-both", "skip"],
      moves: { from: { host: "a.example" }, to: { host: "evil.test" } },
    });
    expect(apply(choose(plan, "replace")).profiles).toEqual([]);
    const open = { ...library, profiles: [{ ...stored, profile: { ...newProfile, url: "wss://a.example" } }] };
    expect(planImport(open, elsewhere).items[0]).toMatchObject({
      actions: ["keep-both", "replace", "skip"],
      moves: null,
    });
    // An environment's token would go wherever its host leads.
    const variables = [
      { name: "k", value: "", secret: true },
      { name: "host", value: "evil.test", secret: false },
    ];
    const here = {
      ...library,
      environments: library.environments.map((one) => ({
        ...one,
        variables: [
          { name: "k", value: "stored", secret: true },
          { name: "host", value: "good.test", secret: false },
        ],
      })),
    };
    const environment = { ...emptyBundle, environments: [{ id: null, name: "Staging", variables }] };
    expect(planImport(here, environment).items[0]).toMatchObject({ state: "changed", actions: ["keep-both", "skip"] });
    const downgraded = bundleWithoutSecrets(arrived({ profile: setup({ url: "ws://a.example:443/" }) }));
    expect(planImport(library, downgraded).items[0]?.actions).toEqual(["keep-both", "skip"]);
  });

  test("[SH56] what is skipped or not offered changes nothing", () => {
    const plan = planImport(library, arrived());
    for (const action of ["skip", "replace", "add"] as const)
      expect(apply(choose(plan, action))).toEqual({ folders: [], profiles: [], environments: [] });
  });

  test("[SH57] 500 profiles of one name and without ids come in with names and ids of their own", () => {
    const bundle: Bundle = {
      ...emptyBundle,
      profiles: Array.from({ length: 500 }, (_, at) => ({
        id: "x",
        name: "",
        folder: "New",
        profile: setup({ notes: String(at) }),
      })),
    };
    const { folders, profiles } = apply(planImport(library, bundle));
    expect(folders).toHaveLength(1);
    expect(new Set(profiles.map(({ id }) => id)).size).toBe(500);
    expect(new Set(profiles.map(({ name }) => name)).size).toBe(500);
    expect(profiles[1]?.name).toBe("a.example (2)");
    expect(new Set(profiles.map(({ order }) => order)).size).toBe(500);
  });

  test("[SH58] a full link is compared with a library of 300 setups at the same server, each looked through once", () => {
    const many = (count: number, from: number, token: string): Profile[] =>
      Array.from({ length: count }, (_, at) =>
        setup({ url: `wss://a.example/?token=${token}`, notes: String(from + at), saved: [] }),
      );
    const full = {
      ...emptyLibrary,
      profiles: many(300, 0, "abc").map((profile, at) => ({
        ...stored,
        id: `p${String(at)}`,
        name: `n${String(at)}`,
        profile,
      })),
    };
    const bundle = {
      ...emptyBundle,
      profiles: many(500, 100, "").map((profile, at) => ({ id: null, name: `q${String(at)}`, folder: null, profile })),
    };
    const started = performance.now();
    const { items } = planImport(full, bundle);
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(items.filter((item) => item.state === "same")).toHaveLength(200);
  });
});
