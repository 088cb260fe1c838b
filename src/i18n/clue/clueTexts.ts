import type { Widened } from "../messages.ts";
import type { en } from "./en.ts";

/** What is said around pasted lines: what another language must fill in. */
export type ClueTexts = Widened<typeof en>;
