import type { Widened } from "../messages.ts";
import type { en } from "./en.ts";

/** What is said around decoded payloads and their comparison: what another language must fill in. */
export type DecodeTexts = Widened<typeof en>;
