import type { Widened } from "../messages.ts";
import type { en } from "./en.ts";

/** What the policy lab says: what another language must fill in. */
export type LabTexts = Widened<typeof en>;
