import type { Engine } from "../session/evidence.ts";
import { hostOf, isBadPort, isMixed, portOf, type Outlook } from "../csp/network.ts";
import { hostKind } from "../units/host.ts";
import type { Cause } from "./cause.ts";

/** Sockets that one page may hold, open and connecting; measured in the versions of 2026. */
export const SOCKET_LIMIT: Readonly<Record<Engine, number>> = {
  chromium: 255,
  firefox: 200,
  webkit: 199,
  unknown: 255,
};

/** What is certain before anything is sent, from the two addresses alone. */
export function foresee(outlook: Outlook): Cause | null {
  const { engine, url } = outlook;
  if (!URL.canParse(url)) return "invalid-url";
  const target = new URL(url);
  if (isBadPort(portOf(target))) return "blocked-port";
  if (isMixed(outlook)) return "mixed-content";
  const isWildcard = hostKind(hostOf(target)) === "wildcard";
  return isWildcard && (engine === "firefox" || engine === "webkit") ? "wildcard-address" : null;
}
