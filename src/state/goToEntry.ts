import type { SessionId } from "../core/session/session.ts";
import type { Seq } from "../core/units/units.ts";
import { goTo } from "./log.ts";
import { activate } from "./tabs.ts";

/** Shows an entry of any connection: its tab, and its place there. */
export function goToEntry(session: SessionId, seq: Seq): void {
  activate(session);
  goTo(seq);
}
