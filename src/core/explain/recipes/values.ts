import { hostKind, isLiteral } from "../../units/host.ts";
import type { Target } from "../target.ts";
import type { RecipeWords } from "./recipe.ts";

/** Without what no terminal or configuration takes: control characters, and subprotocols that no browser sends. */
export const printable = (target: Target): Target => ({
  ...target,
  host: oneLine(target.host),
  path: oneLine(target.path),
  origin: oneLine(target.origin),
  headers: target.headers.map(({ name, value }) => ({ name: oneLine(name), value: oneLine(value) })),
  subprotocols: target.subprotocols.filter((name) => /^[!#$%&'*+\-.^_`|~\w]+$/.test(name)),
  namespace: target.namespace === null ? null : oneLine(target.namespace),
});

const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, "");

export const bracketed = (host: string): string => (host.includes(":") ? `[${host}]` : host);
const defaultPort = (isSecure: boolean): number => (isSecure ? 443 : 80);
/** As in a URL: without the port that its scheme has anyway. */
const authority = ({ host, port, isSecure }: Target): string =>
  port === defaultPort(isSecure) ? bracketed(host) : `${bracketed(host)}:${String(port)}`;
export const httpBase = (target: Target): string => `${target.isSecure ? "https" : "http"}://${authority(target)}`;
export const wsBase = (target: Target): string => `${target.isSecure ? "wss" : "ws"}://${authority(target)}`;
export const wsUrl = (target: Target): string => wsBase(target) + target.path;

const slashed = (path: string): string => (path.startsWith("/") ? path : `/${path}`);
/** Without the query. */
export const route = ({ path }: Target): string => slashed(path.split("?", 1)[0] ?? "");
/** As servers see it: nginx and Apache compare decoded paths. */
export function decodedRoute(target: Target): string {
  try {
    const decoded = decodeURIComponent(route(target));
    return oneLine(decoded) === decoded ? decoded : route(target);
  } catch {
    return route(target);
  }
}

/** The Engine.IO path: the one used, or the default for a raw WebSocket that went elsewhere. */
export const enginePath = (target: Target): string =>
  target.protocol === "socketio" || /\/socket\.io\/?$/.test(route(target)) ? route(target) : "/socket.io/";

/** Path and query of an Engine.IO handshake, with what the target's own query has besides. */
export function handshake(target: Target, transport: "polling" | "websocket", version: 3 | 4 = 4): string {
  const kept = (target.path.split("?")[1] ?? "")
    .split("&")
    .filter((part) => !/^(?:EIO|transport|sid|t)?(?:=|$)/.test(part));
  const own = target.protocol === "socketio" || enginePath(target) === route(target) ? kept : [];
  return `${enginePath(target)}?${[`EIO=${String(version)}`, `transport=${transport}`, ...own].join("&")}`;
}

/** Where another port than the user's is meant, because a proxy listens on that one. */
export const appPort = ({ port }: Target): string => (port === 3000 ? "3001" : "3000");

/** A name that a certificate can be had for, or that a server block can carry. */
export const isName = ({ host }: Target): boolean => !isLiteral(host);
export const isLocal = ({ host }: Target): boolean => ["loopback", "localhost", "wildcard"].includes(hostKind(host));

/** @see RFC 5737: reserved for documentation */
const EXAMPLE_HOST = "203.0.113.10";

/** The host that others reach: the target's or that of the page, unless they are local; else an example. */
export function publicHost({ host, origin }: Target): string {
  const page = URL.canParse(origin) ? new URL(origin).hostname.replace(/^\[|\]$/g, "") : "";
  const kinds = ["loopback", "localhost", "wildcard"];
  return [host, page].find((name) => name !== "" && !kinds.includes(hostKind(name))) ?? EXAMPLE_HOST;
}

export const addressComment = (target: Target, words: RecipeWords): string =>
  publicHost(target) === EXAMPLE_HOST ? words.placeholderAddress : words.reachableAddress;

/** What WuKongIM listens on for clients: TCP, ws, wss. */
const WUKONG_PORTS: readonly number[] = [5100, 5200, 5210];
export const isWukong = ({ port }: { readonly port: number }): boolean => WUKONG_PORTS.includes(port);

/** Half of the limit that cuts the connection, at most 25 s. */
export const pingSeconds = ({ idleLimit }: Target): number =>
  idleLimit === null ? 25 : Math.max(1, Math.min(25, Math.floor(idleLimit / 2)));

/** A host that means nothing else in any configuration. */
export const isPlain = (host: string): boolean => /^[\w.-]+$/.test(host);

/** IPv6 addresses can be no source of a policy: only the scheme allows them. @see https://www.w3.org/TR/CSP3/#grammardef-host-part */
export function connectSources(target: Target): string {
  const socket = isPlain(target.host) ? wsBase(target) : wsBase(target).replace(/\/\/.*/, "");
  return target.protocol === "socketio" ? `${socket.replace(/^ws/, "http")} ${socket}` : socket;
}

/** A string of JavaScript, Python, YAML and TOML alike. */
export const quote = (value: string): string => JSON.stringify(value);
/** nginx, Apache, HAProxy and Caddy: plain where nothing in it means something. */
export const word = (value: string): string =>
  /^[\w./:@%+,=*~-]+$/.test(value) ? value : `"${value.replace(/["\\]/g, "\\$&")}"`;
export const attribute = (value: string): string =>
  `"${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")}"`;
