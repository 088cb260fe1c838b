import type { ReadFault } from "../../core/formats/format.ts";
import type { LeftOutKind } from "../../core/formats/leftOut.ts";

type SyntaxFault = Extract<ReadFault, { kind: "syntax" }>;

/** What is said of texts of other tools: read, and written for them. */
export interface FormatTexts {
  /** Why something stayed behind, whichever way it went; its detail stands beside it. */
  readonly left: Readonly<Record<LeftOutKind, string>>;
  /** Why a text cannot be read. */
  readonly faults: Readonly<Record<Exclude<ReadFault["kind"], "syntax">, string>> & {
    readonly syntax: (at: SyntaxFault["at"], detail: SyntaxFault["detail"]) => string;
  };
}
