import { newProfile, type Profile } from "../../profile/profile.ts";
import { readParams, writeParams, type Param } from "../../protocols/query.ts";

/** An address cut into pieces without decoding any: it may hold `{{variables}}` anywhere. */
export interface Address {
  /** Lower case; empty: none was written. */
  readonly scheme: string;
  /** User, host and port. */
  readonly authority: string;
  readonly path: string;
  /** With its `?`; empty: none. */
  readonly query: string;
}

const PIECES = /^(?:([a-z][a-z0-9+.-]*):\/\/)?((?:\{\{[^{}]*\}\}|[^/?#])*)([^?#]*)(\?[^#]*)?/i;

export function cutAddress(url: string): Address {
  const [, scheme = "", authority = "", path = "", query = ""] = PIECES.exec(url.trim()) ?? [];
  return { scheme: scheme.toLowerCase(), authority, path, query };
}

/** Whether the path or the query is Engine.IO's. */
export function looksLikeSocketIo(url: string): boolean {
  const { path, query } = cutAddress(url);
  return /\/socket\.io\/?$/.test(path) || /[?&]EIO=[34](?:&|$)/.test(query);
}

/** Parameters of the Engine.IO handshake, which the client sets itself. */
const ENGINE_PARAMS = new Set(["EIO", "transport", "sid", "t", "b64"]);

/** What people call a connection that has no name: where it leads, without user and query. */
export function nameOfAddress(url: string): string {
  const { authority, path } = cutAddress(url);
  return `${authority.replace(/^.*@/, "")}${path === "/" ? "" : path}`;
}

/** The same address without user, password and query, for a line about it. */
export function plainAddress(url: string): string {
  const { scheme } = cutAddress(url);
  return (scheme === "" ? "" : `${scheme}://`) + nameOfAddress(url);
}

export function webSocketAt(url: string, subprotocols: readonly string[] = []): Profile {
  const { scheme, authority, path, query } = cutAddress(url);
  const prefix = scheme === "" ? "" : `${{ http: "ws", https: "wss" }[scheme] ?? scheme}://`;
  return {
    ...newProfile,
    url: prefix + authority + path + query,
    websocket: { ...newProfile.websocket, subprotocols: [...new Set(subprotocols.filter((name) => name !== ""))] },
  };
}

/** @param isNamespace of a path that is not Engine.IO's own: Socket.IO's `io(url)` takes it for the namespace */
export function socketIoAt(url: string, isNamespace = true): Profile {
  const { scheme, authority, path, query } = cutAddress(url);
  const prefix = scheme === "" ? "" : `${{ ws: "http", wss: "https" }[scheme] ?? scheme}://`;
  const isEngine = looksLikeSocketIo(url) || !isNamespace;
  const params = readParams(query);
  const isOwn = ({ name }: Param): boolean => name !== "" && !ENGINE_PARAMS.has(name);
  const kept = query
    .slice(1)
    .split("&")
    .filter((pair) => readParams(`?${pair}`).some(isOwn));
  const hasPath = path !== "" && path !== "/";
  return {
    ...newProfile,
    protocol: "socketio",
    url: prefix + authority + (kept.length === 0 ? "" : `?${kept.join("&")}`),
    socketio: {
      ...newProfile.socketio,
      clientVersion: params.some(({ name, value }) => name === "EIO" && value === "3") ? "2" : "4",
      ...(hasPath && isEngine ? { path: path.endsWith("/") ? path : `${path}/` } : {}),
      ...(hasPath && !isEngine ? { namespace: path } : {}),
    },
  };
}

/** The address with more parameters behind its own. */
export const withParams = (url: string, params: readonly Param[]): string =>
  params.length === 0 ? url : writeParams(url, [...readParams(url), ...params]);
