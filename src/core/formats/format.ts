import type { Bundle } from "../profile/bundle.ts";
import type { Profile } from "../profile/profile.ts";
import type { ProtocolId } from "../protocols/index.ts";
import type { Result } from "../units/result.ts";
import type { LeftOut } from "./leftOut.ts";

/** How another tool writes a setup down: what Sockwright reads of it, and what it can write. */
export interface Format {
  readonly id: string;
  /** The name people know it by; a proper noun, the same in every language. */
  readonly name: string;
  readonly read: FormatReader | null;
  readonly write: FormatWriter | null;
}

export interface FormatReader {
  /** A cheap look: whether a text is probably this. The first format of the registry that says so reads it. */
  readonly recognises: (text: string) => boolean;
  readonly read: (text: string) => Result<Imported, ReadFault>;
}

/** What came out of a text, and what of it has no place here. Nothing is dropped in silence. */
export interface Imported {
  readonly bundle: Bundle;
  readonly left: readonly LeftOut[];
}

export type ReadFault =
  /** @property at offset in the text; null: nowhere in particular */
  | { readonly kind: "syntax"; readonly at: number | null; readonly detail: string }
  /** It parses, and holds nothing that could be connected to. */
  | { readonly kind: "nothing" }
  | { readonly kind: "too-large" };

export interface FormatWriter {
  readonly protocols: readonly ProtocolId[];
  readonly language: "shell" | "javascript" | "python" | "yaml";
  /** Whether `{{variables}}` mean the same there, and stay. Else they are filled before. */
  readonly keepsVariables: boolean;
  readonly write: (name: string, profile: Profile) => Written;
}

export interface Written {
  readonly text: string;
  readonly left: readonly LeftOut[];
}
