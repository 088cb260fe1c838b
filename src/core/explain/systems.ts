import type { Evidence } from "../session/evidence.ts";
import { SYSTEM_NAMES, type SystemId } from "./codes/systems.ts";
import type { Sight } from "./sight.ts";

/** WuKongIM's WebSocket port unless it is set otherwise. */
const WUKONGIM_PORT = 5200;

/** Whether the target is WuKongIM, as the setup says or its port suggests. */
export const isWuKongIm = ({ evidence, port }: Sight): boolean =>
  evidence.system?.startsWith("wukongim") === true || (evidence.system === null && port === WUKONGIM_PORT);

/** Subprotocols that name their system. */
const BY_SUBPROTOCOL: Readonly<Record<string, SystemId>> = {
  "graphql-transport-ws": "graphql-ws",
  "graphql-ws": "subscriptions-transport-ws",
};

/** The system behind an address: as the setup says, or as far as the connection itself tells. */
export function systemOf({ system, protocol, negotiated, subprotocols }: Evidence): SystemId | null {
  if (system !== null && Object.hasOwn(SYSTEM_NAMES, system)) return system as SystemId;
  if (protocol === "socketio") return "socketio";
  return BY_SUBPROTOCOL[negotiated ?? ""] ?? BY_SUBPROTOCOL[subprotocols[0] ?? ""] ?? null;
}
