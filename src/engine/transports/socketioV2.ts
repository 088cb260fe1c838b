// Named here because the programs of other layers reach this file without listing its folder.
// oxlint-disable-next-line typescript/triple-slash-reference -- an ambient module cannot be imported
/// <reference path="./socketioClientV2.d.ts" />
import type { EngineV2, Manager as ManagerType, OptionsV2, SocketV2 } from "socket.io-client-v2";
import type { EndCause } from "../../core/session/session.ts";
import { holdsOctets } from "./exactJson.ts";
import { PacketTrace } from "./packetTrace.ts";
import {
  aside,
  byName,
  connectError,
  disconnected,
  loadParser,
  traceEngine,
  webSocketOf,
  type Client,
  type Connect,
} from "./socketioClient.ts";
import type { RequestOf, Sink } from "./transport.ts";

/** Version 2 of the client, for servers of version 2. @see https://socket.io/docs/v2/client-api/ */
export async function loadV2(of: Request): Promise<Connect> {
  const { Manager } = await import("socket.io-client-v2");
  const parserFor = await loadParser(of);
  return (request, sink) =>
    connect((trace) => new Manager(request.url, { ...managerOptions(request), ...parserFor(trace) }), request, sink);
}

type Request = RequestOf<"socketio">;
type NewManager = (trace: PacketTrace) => ManagerType;

/** Names that it hands to its own listeners instead of sending them, beyond those of every version. */
const RESERVED = new Set([
  "connect_timeout",
  "connecting",
  "error",
  "reconnect",
  "reconnect_attempt",
  "reconnect_failed",
  "reconnect_error",
  "reconnecting",
  "ping",
  "pong",
]);

function managerOptions(request: RequestOf<"socketio">): OptionsV2 {
  return {
    path: request.path,
    query: byName(request.query),
    transports: [...request.transports],
    upgrade: request.upgrade,
    // Its `extraHeaders` of all transports are for Node only.
    transportOptions: { polling: { extraHeaders: byName(request.headers) } },
    withCredentials: request.withCredentials,
    // A worker has no document to put a script into.
    jsonp: false,
    autoConnect: false,
    reconnection: false,
    // The session has the only clock for this.
    timeout: false,
  };
}

function connect(make: NewManager, request: Request, sink: Sink): Client {
  const trace = new PacketTrace(sink, request.namespace);
  const manager = make(trace);
  // As its `io(url)` does: a namespace's CONNECT packet carries the query, too.
  const socket = manager.socket(request.namespace, request.query.length > 0 ? { query: byName(request.query) } : {});
  let closing: CloseEvent | null = null;
  const end = (step: "connect_error" | "disconnect", detail: string, cause: EndCause): void => {
    socket.off();
    sink.step(step, detail);
    sink.ended(cause);
    manager.engine.close();
  };
  const refuse = (cause: Extract<EndCause, { kind: "connect-error" }>): void => {
    end("connect_error", cause.message, cause);
  };
  const lose = (why: string): void => {
    end("disconnect", why, disconnected(why, closing));
  };

  socket.on("connect", () => {
    const { transport } = manager.engine;
    sink.opened({
      subprotocol: "",
      extensions: "",
      url: request.url,
      socketio: { sid: socket.id ?? "", transport: transport.name, recovered: false },
    });
  });
  socket.on("disconnect", lose);
  // The transport's errors are told by "disconnect" as well, and those of a joined namespace end nothing.
  socket.on("error", (error) => {
    if (!(error instanceof Error) && !socket.connected) refuse(refusal(error));
  });
  // The manager's, for the namespace's could be an event of the server.
  manager.on("connect_error", (error) => {
    refuse(failure(error, manager.engine));
  });
  guardDecoder(manager, lose);
  mute(socket);
  socket.connect();

  const { engine } = manager;
  const seeClosing = (event: CloseEvent): void => {
    closing = event;
  };
  watchClose(engine, seeClosing);
  engine.on("upgrade", () => {
    watchClose(engine, seeClosing);
  });
  traceEngine(engine, trace, sink);
  const thrown = swallowed(engine);
  if (thrown !== null) refuse(failure(thrown, engine));
  return {
    engine,
    socket,
    trace,
    reserved: RESERVED,
    emit: (to, event, args) => {
      to.emit(event, ...args);
    },
    ask: (to, event, args, { wait, late }) => {
      const timer = setTimeout(late, wait);
      to.emit(event, ...args, () => {
        clearTimeout(timer);
      });
    },
    answer: (to, id, args) => {
      // The packet types ACK and BINARY_ACK; MessagePack knows the first alone.
      (to as SocketV2).packet({ type: holdsOctets(args) && !trace.isAside ? 6 : 3, id, data: args });
    },
    open: ({ name, forceNew }, heard) => {
      const ownTrace = forceNew ? new PacketTrace(sink, request.namespace) : trace;
      const own = forceNew ? make(ownTrace) : manager;
      const joined = own.socket(name, request.query.length > 0 ? { query: byName(request.query) } : {});
      joined.off();
      const left = (why: string): void => {
        heard.left(why);
      };
      joined.on("connect", () => {
        heard.joined(joined.id ?? "");
      });
      joined.on("disconnect", left);
      joined.on("error", (error) => {
        if (joined.connected) return;
        const { message, data } = error instanceof Error ? failure(error, own.engine) : refusal(error);
        heard.refused(message, data);
      });
      if (forceNew) guardDecoder(own, left);
      mute(joined);
      joined.connect();
      if (forceNew) traceEngine(own.engine, ownTrace, aside(sink));
      return {
        socket: joined,
        trace: ownTrace,
        close: () => {
          joined.off();
          joined.disconnect();
          if (forceNew) own.engine.close();
        },
      };
    },
  };
}

/** What is no packet would be thrown into the browser's own event and hang. */
function guardDecoder({ decoder }: ManagerType, lose: (why: string) => void): void {
  const add = decoder.add.bind(decoder);
  decoder.add = (data): void => {
    try {
      add(data);
    } catch {
      lose("parse error");
    }
  };
}

/**
 * A server's event named `disconnect` would pass for the client's own. The log takes events from below,
 * so nobody misses them here.
 */
function mute(socket: SocketV2): void {
  socket.onevent = (): void => undefined;
}

/** The client keeps the CloseEvent to itself: it is seen on its way there. */
function watchClose(engine: EngineV2, see: (event: CloseEvent) => void): void {
  const socket = webSocketOf(engine);
  if (!socket) return;
  const heard = socket.onclose;
  socket.onclose = (event): void => {
    see(event);
    heard?.call(socket, event);
  };
}

/** What the constructor of a WebSocket threw before anybody listened: it is asked once more. */
function swallowed({ transport }: EngineV2): unknown {
  if (transport.name !== "websocket" || transport.ws) return null;
  try {
    new WebSocket(transport.uri()).close();
    return null;
  } catch (error) {
    return error;
  }
}

/** The transport did not come about. */
function failure(error: unknown, { transport }: EngineV2): Extract<EndCause, { kind: "connect-error" }> {
  const { message = String(error), description } = Object(error) as { message?: string; description?: unknown };
  const xhr = transport.pollXhr?.xhr;
  const body = xhr?.responseType === "" ? xhr.responseText : null;
  return connectError({ message, data: undefined, status: description, body }, true);
}

/** The server refused the namespace: with a text, or with the `data` of a middleware's error and no text. */
function refusal(said: unknown): Extract<EndCause, { kind: "connect-error" }> {
  if (typeof said === "string")
    return connectError({ message: said, data: undefined, status: null, body: null }, false);
  const { message } = Object(said) as { message?: unknown };
  const text = typeof message === "string" && message !== "" ? message : "error";
  return connectError({ message: text, data: said, status: null, body: null }, false);
}
