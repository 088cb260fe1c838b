import { newProfile, type Profile } from "../profile.ts";
import { event, messages, secret, variable, type Template } from "./make.ts";

/**
 * EvolutionAPI 2.3: Socket.IO 4, the key in the query of the handshake, a namespace for each instance,
 * or "/" with WEBSOCKET_GLOBAL_EVENTS. Straight to WebSocket, which needs no CORS.
 */
const evolution = (namespace: string): Profile => ({
  ...newProfile,
  protocol: "socketio",
  url: "http://localhost:8080?apikey={{apikey}}",
  socketio: { ...newProfile.socketio, namespace, path: "/socket.io/", transports: ["websocket"] },
  reconnect: { ...newProfile.reconnect, on: true },
  system: "evolutionapi",
});

export const evolutionInstance = {
  id: "evolutionapi-instance",
  name: "EvolutionAPI v2 (instance)",
  profile: {
    ...evolution("/{{instanceName}}"),
    variables: [variable("instanceName"), secret("apikey")],
  },
} as const satisfies Template;

export const evolutionGlobal = {
  id: "evolutionapi-global",
  name: "EvolutionAPI v2 (global)",
  profile: {
    ...evolution("/"),
    variables: [secret("apikey"), variable("instanceName")],
    // The one event that the server takes, on "/" alone; the "id" is the instance's name.
    saved: messages({ sendNode: event("sendNode", '{"instanceId": "{{instanceName}}", "stanza": {}}') }),
  },
} as const satisfies Template;
