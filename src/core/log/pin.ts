import type { Seq } from "../units/units.ts";

/** A mark that a reader set on an entry, as a recording keeps it. */
export interface KeptPin {
  readonly seq: Seq;
  /** Empty: none. */
  readonly note: string;
}
