import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Bundle } from "../../core/profile/bundle.ts";
import { emptyDraft, newProfile, type Profile } from "../../core/profile/profile.ts";
import { PART_KINDS } from "../../core/profile/share/parts.ts";
import {
  chosenBundle,
  environmentKey,
  nothingChosen,
  partsIn,
  profileKey,
  secretsIn,
  type Choice,
} from "./shareChoice.ts";

const draft = (text: string) => ({ ...emptyDraft, parts: [{ format: "json" as const, text, file: null }] });

/** Something to tell apart in every part, and something secret wherever there may be. */
const profileOf = (own: string): Profile => ({
  ...newProfile,
  url: `wss://address-${own}/?token=SECRET-query-${own}`,
  websocket: { subprotocols: [`subprotocols-${own}`], closing: { code: 1000, reason: `closing-${own}` } },
  socketio: {
    ...newProfile.socketio,
    namespace: `/options-${own}`,
    auth: `{"token":"SECRET-auth-${own}"}`,
    headers: [
      { name: "X-Api-Key", value: `SECRET-header-${own}` },
      { name: "X-Api-Key", value: `SECRET-again-${own}` },
    ],
  },
  heartbeat: { ...newProfile.heartbeat, on: true, message: draft(`"heartbeat-${own}"`) },
  onOpen: [draft(`{"onOpen-${own}":1,"password":"SECRET-open-${own}"}`)],
  saved: [{ id: own, name: `saved-${own}`, draft: draft(`{"password":"SECRET-saved-${own}"}`) }],
  variables: [
    { name: `variables-${own}`, value: `SECRET-variable-${own}`, secret: true },
    { name: "open", value: `variables-value-${own}`, secret: false },
  ],
  notes: `notes-${own}`,
  system: `system-${own}`,
});
const environmentOf = (name: string) => ({
  id: name,
  name,
  variables: [
    { name: "token", value: `SECRET-value-${name}`, secret: true },
    { name: "host", value: `value-${name}`, secret: false },
  ],
});
const bundleOf = (names: readonly string[], environments: readonly string[]): Bundle => ({
  folders: [...names.map((name) => `folder-${name}`), "folder-empty"],
  profiles: names.map((name) => ({ id: name, name, folder: `folder-${name}`, profile: profileOf(name) })),
  environments: environments.map(environmentOf),
});

const some = <Key extends string>(keys: readonly Key[]) => fc.subarray([...keys]).map((list) => new Set(list));
const choices = (bundle: Bundle): fc.Arbitrary<Choice> => {
  const environments = bundle.environments.map((_, at) => environmentKey(at));
  const profiles = bundle.profiles.map((_, at) => profileKey(at));
  const all = { ...nothingChosen, withValues: new Set(environments) };
  return fc.record({
    dropped: some([...profiles, ...environments]),
    withoutParts: some(PART_KINDS),
    withValues: some(environments),
    secrets: some(secretsIn(bundle, all).map(({ key }) => key)),
  });
};

/** The others hold no text by which to tell them. */
const TOLD = PART_KINDS.filter((kind) => kind !== "reconnect" && kind !== "timeout");
const bundles = [
  bundleOf(["one"], []),
  bundleOf(["one"], ["env"]),
  bundleOf(["one", "two"], ["env", "other"]),
  bundleOf(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"], []),
];

describe.each(bundles.map((bundle) => [bundle.profiles.length, bundle.environments.length, bundle] as const))(
  "of %i profiles and %i environments",
  (count, _, bundle) => {
    const everything = secretsIn(bundle, {
      ...nothingChosen,
      withValues: new Set(bundle.environments.map((__, at) => environmentKey(at))),
    });

    test("[ST63] no secret goes along that is not ticked, and every ticked one of what is shared does", () => {
      fc.assert(
        fc.property(choices(bundle), (choice) => {
          const text = JSON.stringify(chosenBundle(bundle, choice));
          const offered = new Set(secretsIn(bundle, choice).map(({ key }) => key));
          for (const { key, value } of everything) {
            const goes = offered.has(key) && choice.secrets.has(key);
            expect([key, text.includes(JSON.stringify(value).slice(1, -1))]).toEqual([key, goes]);
          }
        }),
        { numRuns: 50 },
      );
    });

    test("[ST64] nothing goes along of what is not ticked: profiles, their folders, parts, values", () => {
      fc.assert(
        fc.property(choices(bundle), (choice) => {
          const text = JSON.stringify(chosenBundle(bundle, choice));
          bundle.profiles.forEach(({ name }, at) => {
            const stays = choice.dropped.has(profileKey(at));
            expect(text.includes(`folder-${name}"`)).toBe(!stays);
            for (const kind of TOLD) {
              const isLeft = count === 1 && kind !== "address" && choice.withoutParts.has(kind);
              expect([kind, text.includes(`${kind}-${name}`)]).toEqual([kind, !stays && !isLeft]);
            }
          });
          bundle.environments.forEach(({ name }, at) => {
            const key = environmentKey(at);
            expect(text.includes(`"${name}"`)).toBe(!choice.dropped.has(key));
            expect(text.includes(`"value-${name}"`)).toBe(!choice.dropped.has(key) && choice.withValues.has(key));
          });
        }),
        { numRuns: 50 },
      );
    });
  },
);

test("[ST63] all secrets are offered, each with whose it is; none of what stays behind", () => {
  const bundle = bundleOf(["one"], ["env"]);
  const names = (choice: Partial<Choice>) => secretsIn(bundle, { ...nothingChosen, ...choice }).map((one) => one.value);
  expect(names({})).toHaveLength(7);
  expect(names({ withValues: new Set([environmentKey(0)]) })).toContain("SECRET-value-env");
  expect(names({ withoutParts: new Set(["onOpen", "variables"]) }).filter((one) => /open|variable/.test(one))).toEqual(
    [],
  );
  expect(names({ dropped: new Set([profileKey(0), environmentKey(0)]) })).toEqual([]);
  expect(secretsIn(bundle, nothingChosen).every(({ owner }) => owner === "one")).toBe(true);
});

test("[ST64] parts are offered for a single profile; a folder that was empty stays", () => {
  expect(partsIn(bundleOf(["one"], []))).toHaveLength(10);
  expect(partsIn(bundleOf(["one", "two"], []))).toEqual([]);
  const { folders } = chosenBundle(bundleOf(["one", "two"], []), {
    ...nothingChosen,
    dropped: new Set([profileKey(0)]),
  });
  expect(folders).toEqual(["folder-two", "folder-empty"]);
});
