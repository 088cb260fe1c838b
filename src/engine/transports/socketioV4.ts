import type { Manager as ManagerType, Socket } from "socket.io-client";
import { PacketTrace } from "./packetTrace.ts";
import {
  aside,
  byName,
  connectError,
  disconnected,
  loadParser,
  traceEngine,
  type Client,
  type ClientSocket,
  type Connect,
  type OpenNamespace,
} from "./socketioClient.ts";
import type { Recovery, RequestOf, Sink } from "./transport.ts";

type Request = RequestOf<"socketio">;
type Options = NonNullable<ConstructorParameters<typeof ManagerType>[1]>;
type NewManager = (trace: PacketTrace) => ManagerType;

/** Version 4 of the client, for servers of versions 3 and 4. @see https://socket.io/docs/v4/client-api/ */
export async function loadV4(of: Request): Promise<Connect> {
  const { Manager } = await import("socket.io-client");
  const parserFor = await loadParser(of);
  return (request, sink) =>
    connect((trace) => new Manager(request.url, { ...managerOptions(request), ...parserFor(trace) }), request, sink);
}

function managerOptions(request: Request): Options {
  return {
    path: request.path,
    query: byName(request.query),
    transports: [...request.transports],
    tryAllTransports: request.tryAllTransports,
    upgrade: request.upgrade,
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

function connect(make: NewManager, request: Request, sink: Sink): Client {
  const trace = new PacketTrace(sink, request.namespace);
  const manager = make(trace);
  const socket = socketOf(manager, request.namespace, request.auth, request);
  const recovery = new Recovering(socket, request, sink);
  socket.on("connect", () => {
    const { transport } = manager.engine;
    sink.opened({
      subprotocol: "",
      extensions: "",
      url: request.url,
      socketio: { sid: socket.id ?? "", transport: transport.name, recovered: Boolean(socket.recovered) },
    });
  });
  socket.on("connect_error", (error) => {
    sink.step("connect_error", error.message);
    sink.ended(refusal(error, socket.active));
    manager.engine.close();
  });
  socket.on("disconnect", (why, details) => {
    recovery.keep();
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
    emit: (to, event, args, isVolatile) => {
      flagged(to, isVolatile).emit(event, ...args);
    },
    ask: (to, event, args, { wait, late, isVolatile }) => {
      flagged(to, isVolatile)
        .timeout(wait)
        .emit(event, ...args, (error: Error | null) => {
          if (error) late();
        });
    },
    answer: (to, id, args) => {
      // The client hands out a function for this with the event; here the log knows the id.
      (asV4(to) as unknown as Inside).packet({ type: ACK, id, data: args });
    },
    open: opener(make, manager, trace, request, sink),
  };
}

/** @see https://socket.io/docs/v4/socket-io-protocol/#packet-encoding */
const ACK = 3;

const asV4 = (socket: ClientSocket): Socket => socket as Socket;
const flagged = (socket: ClientSocket, isVolatile: boolean): Socket =>
  isVolatile ? asV4(socket).volatile : asV4(socket);

/** What the client has and does not publish. */
interface Inside {
  packet(packet: { readonly type: number; readonly id: number; readonly data: readonly unknown[] }): void;
  emitEvent(args: readonly unknown[]): void;
  readonly nsp: string;
  _pid?: string;
  _lastOffset?: string;
}

function socketOf(manager: ManagerType, namespace: string, auth: string | null, request: Request): Socket {
  const given = auth === null ? {} : (JSON.parse(auth) as Record<string, unknown>);
  const repeating = request.retries > 0 ? { retries: request.retries, ackTimeout: request.ackTimeout } : {};
  const socket = manager.socket(namespace, { auth: given, ...repeating });
  // One that was joined before is the same again.
  socket.off();
  socket.auth = given;
  keepEvents(socket);
  return socket;
}

/**
 * The log takes events from below, so nobody listens here: one of a server's that is named `disconnect`
 * would pass for the client's own. What is left is the offset to go on from.
 */
function keepEvents(socket: Socket): void {
  const inside = socket as unknown as Inside;
  inside.emitEvent = (args): void => {
    const last = args.at(-1);
    if (inside._pid !== undefined && typeof last === "string") inside._lastOffset = last;
  };
}

/** Takes up a lost connection where it was left. @see https://socket.io/docs/v4/connection-state-recovery */
class Recovering {
  readonly #inside: Inside;
  readonly #key: string;
  readonly #known: Map<string, Recovery>;

  constructor(socket: Socket, { url, path }: Request, { recovery }: Sink) {
    this.#inside = socket as unknown as Inside;
    this.#key = `${url}${path} ${this.#inside.nsp}`;
    this.#known = recovery;
    const known = recovery.get(this.#key);
    if (known === undefined) return;
    this.#inside._pid = known.pid;
    if (known.offset !== undefined) this.#inside._lastOffset = known.offset;
  }

  keep(): void {
    const { _pid: pid, _lastOffset: offset } = this.#inside;
    if (pid !== undefined) this.#known.set(this.#key, { pid, offset });
  }
}

const opener =
  (make: NewManager, shared: ManagerType, sharedTrace: PacketTrace, request: Request, sink: Sink): OpenNamespace =>
  ({ name, auth, forceNew }, heard) => {
    const trace = forceNew ? new PacketTrace(sink, request.namespace) : sharedTrace;
    const manager = forceNew ? make(trace) : shared;
    const socket = socketOf(manager, name, auth, request);
    const recovery = new Recovering(socket, request, sink);
    socket.on("connect", () => {
      heard.joined(socket.id ?? "");
    });
    socket.on("connect_error", (error) => {
      const { message, data } = refusal(error, false);
      heard.refused(message, data);
    });
    socket.on("disconnect", (why) => {
      heard.left(why);
    });
    socket.connect();
    if (forceNew) traceEngine(manager.engine, trace, aside(sink));
    return {
      socket,
      trace,
      close: () => {
        recovery.keep();
        socket.off();
        socket.disconnect();
        if (forceNew) manager.engine.close();
      },
    };
  };

/** @see https://socket.io/docs/v4/client-socket-instance/#connect_error */
function refusal(error: Error, retries: boolean): ReturnType<typeof connectError> {
  const { description, context, data } = error as {
    description?: unknown;
    context?: { responseText?: unknown };
    data?: unknown;
  };
  return connectError({ message: error.message, data, status: description, body: context?.responseText }, retries);
}
