import type { Manager as ManagerType } from "socket.io-client";
import type { EndCause } from "../../core/session/session.ts";
import { PacketTrace } from "./packetTrace.ts";
import { byName, connectError, disconnected, traceEngine, type Client, type Connect } from "./socketioClient.ts";
import type { RequestOf, Sink } from "./transport.ts";

/** Version 4 of the client, for servers of versions 3 and 4. @see https://socket.io/docs/v4/client-api/ */
export async function loadV4(): Promise<Connect> {
  const { Manager } = await import("socket.io-client");
  return (request, sink) => connect(new Manager(request.url, managerOptions(request)), request, sink);
}

function managerOptions(request: RequestOf<"socketio">): ConstructorParameters<typeof ManagerType>[1] {
  return {
    path: request.path,
    query: byName(request.query),
    transports: [...request.transports],
    extraHeaders: byName(request.headers),
    withCredentials: request.withCredentials,
    autoConnect: false,
    reconnection: false,
    // The session has the only clock for this: two would race to name the cause.
    timeout: false as unknown as number,
    // The client's own unload handler hides the close from the server's log.
    closeOnBeforeunload: false,
  };
}

function connect(manager: ManagerType, request: RequestOf<"socketio">, sink: Sink): Client {
  const trace = new PacketTrace(sink);
  const auth = request.auth === null ? {} : { auth: JSON.parse(request.auth) as Record<string, unknown> };
  const socket = manager.socket(request.namespace, auth);
  socket.on("connect", () => {
    const { transport } = manager.engine;
    sink.opened({
      subprotocol: "",
      extensions: "",
      url: request.url,
      socketio: { sid: socket.id ?? "", transport: transport.name },
    });
  });
  socket.on("connect_error", (error) => {
    sink.step("connect_error", error.message);
    sink.ended(refusal(error, socket.active));
    manager.engine.close();
  });
  socket.on("disconnect", (why, details) => {
    const { context } = Object(details) as { context?: unknown };
    sink.step("disconnect", why);
    sink.ended(disconnected(why, context));
    manager.engine.close();
  });
  socket.connect();
  traceEngine(manager.engine, trace, sink);
  return {
    engine: manager.engine,
    socket,
    trace,
    reserved: new Set(),
    ask: (event, args, wait, late) => {
      socket.timeout(wait).emit(event, ...args, (error: Error | null) => {
        if (error) late();
      });
    },
  };
}

/** @see https://socket.io/docs/v4/client-socket-instance/#connect_error */
function refusal(error: Error, retries: boolean): EndCause {
  const { description, context, data } = error as {
    description?: unknown;
    context?: { responseText?: unknown };
    data?: unknown;
  };
  return connectError({ message: error.message, data, status: description, body: context?.responseText }, retries);
}
