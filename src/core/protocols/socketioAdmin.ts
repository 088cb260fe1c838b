/** What a server that runs `@socket.io/admin-ui` says of itself. @see https://socket.io/docs/v4/admin-ui/ */
export interface AdminState {
  readonly servers: ReadonlyMap<string, AdminServer>;
  /** By namespace and id. */
  readonly sockets: ReadonlyMap<string, AdminSocket>;
  /** Whether the server tells of single sockets; in production mode it only counts. null: not told yet. */
  readonly tellsSockets: boolean | null;
}

export interface AdminServer {
  readonly id: string;
  readonly hostname: string;
  readonly pid: number;
  /** In seconds. */
  readonly uptime: number;
  readonly clients: number;
  readonly polling: number;
  readonly namespaces: readonly { readonly name: string; readonly sockets: number }[];
}

export interface AdminSocket {
  readonly id: string;
  readonly namespace: string;
  readonly transport: string;
  /** Without the socket's own, which every socket has. */
  readonly rooms: readonly string[];
  readonly address: string;
  /** JSON text of what the server keeps with it; empty: nothing. */
  readonly data: string;
}

export const noAdminState: AdminState = { servers: new Map(), sockets: new Map(), tellsSockets: null };

/** Sockets that are listed at most. */
const MOST = 10_000;

const text = (value: unknown): string => (typeof value === "string" ? value.slice(0, 500) : "");
const count = (value: unknown): number => (typeof value === "number" && Number.isFinite(value) ? value : 0);
const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => Object(value) as Record<string, unknown>;
const keyOf = (namespace: string, id: string): string => `${namespace} ${id}`;

/**
 * The state after one more event of the admin namespace; what is none of its events, or is broken, changes nothing.
 * @param args arguments of the event
 */
export function readAdmin(state: AdminState, event: string, args: readonly unknown[]): AdminState {
  switch (event) {
    case "config": {
      const { supportedFeatures } = fieldsOf(args[0]);
      return { ...state, tellsSockets: Array.isArray(supportedFeatures) && supportedFeatures.includes("ALL_EVENTS") };
    }
    case "server_stats":
      return withServer(state, fieldsOf(args[0]));
    case "all_sockets":
      return (Array.isArray(args[0]) ? args[0] : []).reduce<AdminState>(withSocket, state);
    case "socket_connected":
    case "socket_updated":
      return withSocket(state, args[0]);
    case "socket_disconnected": {
      const sockets = new Map(state.sockets);
      sockets.delete(keyOf(text(args[0]), text(args[1])));
      return { ...state, sockets };
    }
    case "room_joined":
    case "room_left":
      return withRoom(state, text(args[0]), text(args[1]), text(args[2]), event === "room_joined");
    default:
      return state;
  }
}

function withServer(state: AdminState, stats: Readonly<Record<string, unknown>>): AdminState {
  const id = text(stats["serverId"]);
  if (id === "") return state;
  const servers = new Map(state.servers);
  servers.set(id, {
    id,
    hostname: text(stats["hostname"]),
    pid: count(stats["pid"]),
    uptime: count(stats["uptime"]),
    clients: count(stats["clientsCount"]),
    polling: count(stats["pollingClientsCount"]),
    namespaces: (Array.isArray(stats["namespaces"]) ? stats["namespaces"] : []).slice(0, 1000).map((one) => {
      const { name, socketsCount } = fieldsOf(one);
      return { name: text(name), sockets: count(socketsCount) };
    }),
  });
  return { ...state, servers };
}

/** A new one, or what changed of a known one. */
function withSocket(state: AdminState, value: unknown): AdminState {
  const found = fieldsOf(value);
  const [id, namespace] = [text(found["id"]), text(found["nsp"])];
  if (id === "" || (!state.sockets.has(keyOf(namespace, id)) && state.sockets.size >= MOST)) return state;
  const before = state.sockets.get(keyOf(namespace, id));
  const { rooms, transport, handshake, data } = found;
  const sockets = new Map(state.sockets);
  sockets.set(keyOf(namespace, id), {
    id,
    namespace,
    transport: transport === undefined ? (before?.transport ?? "") : text(transport),
    rooms: Array.isArray(rooms) ? rooms.map(text).filter((room) => room !== "" && room !== id) : (before?.rooms ?? []),
    address: handshake === undefined ? (before?.address ?? "") : text(fieldsOf(handshake)["address"]),
    data: data === undefined ? (before?.data ?? "") : dataText(data),
  });
  return { ...state, sockets };
}

function dataText(data: unknown): string {
  const written = JSON.stringify(data) ?? "";
  return written === "{}" || written === "null" ? "" : written.slice(0, 2000);
}

function withRoom(state: AdminState, namespace: string, room: string, id: string, isIn: boolean): AdminState {
  const socket = state.sockets.get(keyOf(namespace, id));
  if (!socket || room === id || room === "") return state;
  const others = socket.rooms.filter((one) => one !== room);
  const sockets = new Map(state.sockets);
  sockets.set(keyOf(namespace, id), { ...socket, rooms: isIn ? [...others, room] : others });
  return { ...state, sockets };
}
