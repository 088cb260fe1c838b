import type { Widened } from "../messages.ts";
import type { en } from "./en.ts";

/** What is said around profiles, environments, links and files: what another language must fill in. */
export type LibraryTexts = Widened<typeof en>;
