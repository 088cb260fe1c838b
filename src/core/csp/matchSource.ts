import { decode, type HostSource, type Source } from "./parseSource.ts";
import type { PolicyEngine } from "./case.ts";

/** The page that `'self'` and expressions without a scheme mean. */
export interface Self {
  /** Without a colon. */
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
}

/** An address to be allowed. */
export interface Address {
  readonly scheme: string;
  readonly host: string;
  /** null: that of its scheme, which `URL` leaves out. */
  readonly port: number | null;
  /** Decoded. */
  readonly path: string;
}

const defaultPort = (scheme: string): number | null =>
  scheme === "http" || scheme === "ws" ? 80 : scheme === "https" || scheme === "wss" ? 443 : null;

/** @returns null for a page without an origin of its own, which `'self'` never matches */
export function selfOf(pageUrl: string): Self | null {
  if (!URL.canParse(pageUrl)) return null;
  const { protocol, hostname, port } = new URL(pageUrl);
  const scheme = protocol.slice(0, -1);
  const usual = defaultPort(scheme);
  return usual === null || hostname === ""
    ? null
    : { scheme, host: hostname, port: port === "" ? usual : Number(port) };
}

export function addressOf(url: URL): Address {
  const { protocol, hostname, port, pathname } = url;
  return {
    scheme: protocol.slice(0, -1),
    host: hostname,
    port: port === "" ? null : Number(port),
    path: decode(pathname),
  };
}

interface Matching {
  readonly engine: PolicyEngine;
  readonly self: Self | null;
  /** A policy of Firefox's that upgrades lets the insecure scheme pass for the secure one. */
  readonly upgrades: boolean;
  /** Paths count no more. */
  readonly isRedirected?: boolean;
}

/**
 * Whether an expression allows an address, as the engines do it in 2026: with the socket's own schemes,
 * which the standard's text turns into those of HTTP first.
 * @see https://w3c.github.io/webappsec-csp/#match-url-to-source-expression
 */
export function matches(source: Source, address: Address, matching: Matching): boolean {
  switch (source.kind) {
    case "none":
    case "other":
    case "invalid":
      return false;
    case "star":
      return starMatches(address, matching);
    case "self":
      return matching.self !== null && selfMatches(matching.self, address, matching.engine);
    case "scheme":
      return schemeMatch(source.scheme, address.scheme, matching) !== "no";
    case "host":
      return hostMatches(source, address, matching);
  }
}

/** `*` is for the schemes of the network, and in Firefox for all but those without a server. */
function starMatches({ scheme }: Address, { engine, self }: Matching): boolean {
  if (engine === "firefox") return !["blob", "data", "filesystem"].includes(scheme);
  return ["http", "https", "ws", "wss"].includes(scheme) || scheme === self?.scheme;
}

/** `'self'` covers sockets of the same host and port, but never insecure ones of a secure page. */
function selfMatches(self: Self, { scheme, host, port }: Address, engine: PolicyEngine): boolean {
  if (host !== self.host) return false;
  const schemes = self.scheme === "http" ? ["http", "https", "ws", "wss"] : ["https", "wss"];
  if (!schemes.includes(scheme)) return false;
  const isUsual = self.port === defaultPort(self.scheme);
  const actual = port ?? defaultPort(scheme);
  if (actual === self.port) return true;
  // The usual ports of both schemes stand for each other.
  if (isUsual && port === null) return true;
  return engine !== "chromium" && self.port === 80 && actual === 443;
}

type SchemeMatch = "no" | "exact" | "upgrade";

function schemeMatch(allowed: string, scheme: string, { engine, upgrades }: Matching): SchemeMatch {
  if (allowed === scheme) return "exact";
  if ((allowed === "http" && scheme === "https") || (allowed === "ws" && scheme === "wss")) return "upgrade";
  // WebKit lets the sockets' schemes stand for those of HTTP, too.
  if (engine === "webkit") {
    const isWeb =
      (allowed === "ws" && scheme === "http") || ((allowed === "ws" || allowed === "wss") && scheme === "https");
    return isWeb ? "upgrade" : "no";
  }
  const isUpgraded = (allowed === "https" && scheme === "http") || (allowed === "wss" && scheme === "ws");
  return engine === "firefox" && upgrades && isUpgraded ? "upgrade" : "no";
}

function hostMatches(source: HostSource, address: Address, matching: Matching): boolean {
  const allowed = source.scheme ?? matching.self?.scheme;
  if (allowed === undefined) return false;
  const scheme = schemeMatch(allowed, address.scheme, matching);
  if (scheme === "no" || !nameMatches(source, address.host)) return false;
  if (matching.isRedirected !== true && !pathMatches(source.path, address.path)) return false;
  switch (matching.engine) {
    case "chromium":
      return chromiumPort(source.port, allowed, scheme, address);
    case "firefox":
      return firefoxPort(source.port, allowed, address);
    case "webkit":
      return webkitPort(source.port, allowed, address);
  }
}

const nameMatches = ({ host, anySubdomain }: HostSource, name: string): boolean =>
  anySubdomain ? host === "" || name.endsWith(`.${host}`) : name === host;

const pathMatches = (allowed: string, path: string): boolean =>
  allowed === "" || (allowed.endsWith("/") ? path.startsWith(allowed) : path === allowed);

/** Scheme and port are upgraded together or not at all: `ws://h:8080` does not cover `wss://h:8080`. */
function chromiumPort(port: string | null, allowed: string, scheme: SchemeMatch, address: Address): boolean {
  const isUpgrade = scheme === "upgrade";
  if (port === "*") return true;
  const wanted = port === null ? null : Number(port);
  if (wanted === address.port) return wanted === null || !isUpgrade;
  const actual = address.port ?? defaultPort(address.scheme);
  const isLifted = wanted === 80 || (allowed === "http" && (wanted === null || wanted === 443));
  if (isLifted && actual === 443) return isUpgrade;
  return (wanted ?? defaultPort(address.scheme)) === actual && !isUpgrade;
}

/** Ports are compared as they are written. */
function firefoxPort(port: string | null, allowed: string, address: Address): boolean {
  if (port === "*" || (port === null && address.port === null)) return true;
  const actual = String(address.port ?? defaultPort(address.scheme));
  const wanted = port ?? String(defaultPort(allowed));
  return wanted === actual || (wanted === "80" && actual === "443");
}

function webkitPort(port: string | null, allowed: string, address: Address): boolean {
  if (port === "*") return true;
  const wanted = port === null ? null : Number(port);
  if (wanted === address.port) return true;
  const usual = defaultPort(address.scheme);
  const actual = address.port ?? usual;
  if (actual === 443 && (wanted === 80 || (allowed === "http" && (wanted === null || wanted === 443)))) return true;
  return (wanted ?? usual) === actual;
}
