import type { Widened } from "../messages.ts";
import type { en } from "./en.ts";

/** What is said around searching and reading the log: what another language must fill in. */
export type LogTexts = Widened<typeof en>;
