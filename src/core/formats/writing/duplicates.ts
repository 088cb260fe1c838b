import type { Param } from "../../protocols/query.ts";
import type { Writing } from "./setup.ts";

/** A client that takes its query as an object has one value a name: the last. */
export function leaveDuplicates(query: readonly Param[], leave: Writing["leave"]): void {
  const names = query.map(({ name }) => name);
  for (const name of new Set(names.filter((one, index) => names.indexOf(one) !== index)))
    leave("duplicate-parameters", name);
}
