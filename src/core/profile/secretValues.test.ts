import fc from "fast-check";
import { expect, test } from "vitest";
import { putSecretValues, readSecretValues, takeSecretValues } from "./secretValues.ts";

const variable = fc.record({ name: fc.constantFrom("a", "b", "c"), value: fc.string(), secret: fc.boolean() });

test("[PF40] secret values are taken out and put back, whatever the names", () => {
  fc.assert(
    fc.property(fc.array(variable), (variables) => {
      const { open, values } = takeSecretValues(variables);
      expect(open.filter(({ secret, value }) => secret && value !== "")).toEqual([]);
      expect(putSecretValues(open, readSecretValues(structuredClone(values)))).toEqual(variables);
    }),
  );
});

test("[PF40] what is no list of values gives none", () => {
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      expect(() => readSecretValues(stored)).not.toThrow();
    }),
  );
});
