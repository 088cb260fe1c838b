import type { Widened } from "../messages.ts";
import type { en } from "./en.ts";

/** What is said around Socket.IO beyond its first fields: what another language must fill in. */
export type SocketIoTexts = Widened<typeof en>;
