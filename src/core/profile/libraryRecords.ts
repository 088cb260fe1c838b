import * as v from "valibot";
import { epochMs, type EpochMs } from "../units/units.ts";
import type { Environment, Folder, SavedProfile } from "./library.ts";
import { profileSchema, variableSchema } from "./schema.ts";

/** Stored records of a library, read as tolerantly as setups are: a damaged field falls back alone. */
const kept = {
  id: v.string(),
  name: v.fallback(v.string(), ""),
  order: v.fallback(v.pipe(v.number(), v.finite()), 0),
  revision: v.fallback(v.string(), ""),
  changedAt: v.fallback(
    v.pipe(
      v.number(),
      v.transform((at): EpochMs => epochMs(at)),
    ),
    epochMs(0),
  ),
};

const folder = v.object(kept) as v.GenericSchema<unknown, Folder>;
const savedProfile = v.object({
  ...kept,
  folder: v.fallback(v.nullable(v.string()), null),
  profile: profileSchema,
}) as v.GenericSchema<unknown, SavedProfile>;
const environment = v.object({
  ...kept,
  variables: v.fallback(v.array(variableSchema), []),
}) as v.GenericSchema<unknown, Environment>;

const reader =
  <Record>(schema: v.GenericSchema<unknown, Record>) =>
  (stored: unknown): Record | null => {
    const parsed = v.safeParse(schema, stored);
    return parsed.success ? parsed.output : null;
  };

/** Each returns null for what is no such record at all. */
export const readFolder = reader(folder);
export const readSavedProfile = reader(savedProfile);
export const readEnvironment = reader(environment);
