import type { Widened } from "../messages.ts";
import type { en } from "./en.ts";

/** What is said around logs that go out, come in and are kept: what another language must fill in. */
export type SessionTexts = Widened<typeof en>;
