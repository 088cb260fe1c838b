import type { Variable } from "./template.ts";

/** Values of secret variables, by name, in their order. They are stored in a place of their own. */
export type SecretValues = readonly (readonly [name: string, value: string])[];

/** @returns the variables without the values that are secret, and those values */
export function takeSecretValues(variables: readonly Variable[]): {
  readonly open: readonly Variable[];
  readonly values: SecretValues;
} {
  const values = variables.flatMap(({ name, value, secret }) => (secret ? [[name, value] as const] : []));
  const open = values.length === 0 ? variables : variables.map((one) => (one.secret ? { ...one, value: "" } : one));
  return { open, values };
}

/** The other way: each secret variable gets the next value of its name; without one it stays empty. */
export function putSecretValues(variables: readonly Variable[], values: SecretValues): readonly Variable[] {
  const left = [...values];
  return variables.map((one) => {
    if (!one.secret) return one;
    const at = left.findIndex(([name]) => name === one.name);
    const [found] = at < 0 ? [] : left.splice(at, 1);
    return found ? { ...one, value: found[1] } : one;
  });
}

/** @returns what can be read of stored values */
export function readSecretValues(stored: unknown): SecretValues {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((pair: unknown) => {
    const [name, value] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
    return typeof name === "string" && typeof value === "string" ? [[name, value] as const] : [];
  });
}
