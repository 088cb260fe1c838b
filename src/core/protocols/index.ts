import type { Protocol } from "./protocol.ts";
import { socketio } from "./socketio.ts";
import { websocket } from "./websocket.ts";

/** Every protocol the workbench speaks, in the order of the switch. */
export const PROTOCOLS = { websocket, socketio } as const satisfies Record<string, Protocol>;

export type ProtocolId = keyof typeof PROTOCOLS;
export const PROTOCOL_IDS = Object.keys(PROTOCOLS) as readonly ProtocolId[];

export const isProtocolId = (text: string): text is ProtocolId => Object.hasOwn(PROTOCOLS, text);
