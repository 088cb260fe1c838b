import type { ProbeOutcome } from "../core/session/probe.ts";
import type { Note } from "../core/log/note.ts";
import type { FilterFault } from "../core/log/filter.ts";
import type { BodyFault, DraftFault } from "../core/profile/message.ts";
import type { FieldFault } from "../core/profile/resolve.ts";
import type { UrlFault, UrlFix } from "../core/protocols/readUrl.ts";
import type { EndCause } from "../core/session/session.ts";
import type { JsonProblem } from "../core/units/json.ts";
import type { en } from "./en.ts";

/** One sentence for each member of a union: a new member is a type error in every language. */
export type Sentences<Union, Key extends keyof Union> = {
  readonly [Name in Union[Key] & string]: (given: Extract<Union, { readonly [K in Key]: Name }>) => string;
};

export type NoteSentences = Sentences<Note, "note">;
export type ProbeSentences = Sentences<ProbeOutcome, "kind">;
export type EndingSentences = Sentences<EndCause, "kind">;
export type UrlFaultSentences = Sentences<UrlFault, "kind">;
export type UrlFixSentences = Sentences<UrlFix, "kind">;
export type FieldFaultSentences = Sentences<Exclude<FieldFault, { kind: "url" | "json" | "draft" }>, "kind">;
export type BodyFaultSentences = Sentences<Exclude<BodyFault, { kind: "json" }>, "kind">;
export type DraftFaultSentences = Sentences<Exclude<DraftFault, { kind: "part" }>, "kind">;
export type JsonSentences = Readonly<Record<JsonProblem, string>>;
export type FilterFaultSentences = Readonly<Record<FilterFault["problem"], (found: string) => string>>;

/** English with every literal widened: what another language must fill in. A missing key is a type error. */
export type Widened<Value> = Value extends string
  ? string
  : Value extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof Value]: Widened<Value[Key]> };

export type Messages = Widened<typeof en>;
