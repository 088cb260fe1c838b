import type { ConnectRequest } from "../../core/profile/resolve.ts";
import { unreachable } from "../../core/units/result.ts";
import { openSocketIo } from "./socketio.ts";
import type { OpenTransport, Sink, Transport } from "./transport.ts";
import { openWebSocket } from "./websocket.ts";

/** How each protocol is spoken. A protocol without a transport is a type error here. */
const TRANSPORTS: { readonly [Id in ConnectRequest["protocol"]]: OpenTransport<Id> } = {
  websocket: openWebSocket,
  socketio: openSocketIo,
};

export function openTransport(request: ConnectRequest, sink: Sink): Transport {
  switch (request.protocol) {
    case "websocket":
      return TRANSPORTS.websocket(request, sink);
    case "socketio":
      return TRANSPORTS.socketio(request, sink);
    default:
      return unreachable(request);
  }
}
