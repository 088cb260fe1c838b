import { isLoopback } from "../units/host.ts";
import type { ConnectContext, PolicyEngine, Resource } from "./case.ts";
import { hostOf } from "./network.ts";

/** What the constructor makes of an address. */
export type Resolved =
  | { readonly ok: true; readonly url: URL; readonly isRelative: boolean }
  | { readonly ok: false; readonly why: InvalidWhy };
export type InvalidWhy = "empty" | "unreadable" | "scheme" | "fragment" | "userinfo";

interface Resolving {
  readonly pageUrl: string;
  readonly targetUrl: string;
  readonly resource: Resource;
  readonly context: ConnectContext;
  readonly engine: PolicyEngine;
}

/**
 * Resolves an address against the page, as `new WebSocket()`, `fetch()` and `new EventSource()` do.
 * @see https://websockets.spec.whatwg.org/#dom-websocket-websocket
 */
export function resolveTarget({ pageUrl, targetUrl, resource, context, engine }: Resolving): Resolved {
  const isSocket = resource === "websocket";
  // Firefox alone takes no empty address for the page's own.
  if (isSocket && targetUrl === "" && engine === "firefox") return { ok: false, why: "empty" };
  // Nothing is relative to the address of a blob; but Firefox resolves against the origin.
  const hasBase = URL.canParse(pageUrl) && (context !== "worker-blob" || engine === "firefox");
  const isRelative = !URL.canParse(targetUrl);
  if (!(hasBase ? URL.canParse(targetUrl, pageUrl) : !isRelative)) return { ok: false, why: "unreadable" };
  // Node's parser drops an empty query of the page with an empty address; the page without its fragment is meant.
  const isOwn = hasBase && targetUrl === "";
  const url = isOwn
    ? new URL(pageUrl.replace(/#.*$/s, ""))
    : hasBase
      ? new URL(targetUrl, pageUrl)
      : new URL(targetUrl);
  // Chromium's parser alone takes a space in a host, which no name server knows.
  if (url.hostname.includes("%20")) return { ok: false, why: "unreadable" };
  if (!isSocket) return resolveRequest(url, isRelative);
  const scheme = { "http:": "ws:", "https:": "wss:", "ws:": "ws:", "wss:": "wss:" }[url.protocol];
  if (scheme === undefined) return { ok: false, why: "scheme" };
  // An empty fragment is left out by `hash`, and counts.
  if (url.href.includes("#")) return { ok: false, why: "fragment" };
  url.protocol = scheme;
  return { ok: true, url, isRelative };
}

function resolveRequest(url: URL, isRelative: boolean): Resolved {
  if (url.username !== "" || url.password !== "") return { ok: false, why: "userinfo" };
  return ["http:", "https:", "data:", "blob:"].includes(url.protocol)
    ? { ok: true, url, isRelative }
    : { ok: false, why: "scheme" };
}

interface Upgrading {
  readonly url: URL;
  readonly pageUrl: string;
  readonly engine: PolicyEngine;
  readonly context: ConnectContext;
  readonly resource: Resource;
}

/**
 * Where `upgrade-insecure-requests` leads. Chromium spares this machine's own addresses, WebKit nothing, and
 * Firefox spares sockets of workers, and of pages that come from this machine themselves.
 * @returns null: it stays as it is
 * @see https://w3c.github.io/webappsec-upgrade-insecure-requests/#upgrade-request
 */
export function upgraded({ url, pageUrl, engine, context, resource }: Upgrading): URL | null {
  if (url.protocol !== "ws:" && url.protocol !== "http:") return null;
  const isSpared = isLoopback(hostOf(url));
  if (engine === "chromium" && isSpared) return null;
  if (engine === "firefox") {
    const isWorker = context === "worker-network" || context === "worker-blob";
    if (resource === "websocket" && isWorker) return null;
    if (isSpared && (resource !== "websocket" || isHere(pageUrl, context))) return null;
  }
  const next = new URL(url.href);
  next.protocol = url.protocol === "ws:" ? "wss:" : "https:";
  return next;
}

/** Whether Firefox takes the document for one of this machine; a srcdoc has an address of its own. */
const isHere = (pageUrl: string, context: ConnectContext): boolean =>
  context !== "iframe-srcdoc" && URL.canParse(pageUrl) && isLoopback(hostOf(new URL(pageUrl)));

/**
 * Firefox upgrades sockets of a page from this machine late, in the channel, and asks the policies once more: as if
 * it were a redirect to `https:`.
 */
export const isAskedAgain = ({ pageUrl, engine, context, resource }: Upgrading): boolean =>
  engine === "firefox" && resource === "websocket" && isHere(pageUrl, context);
