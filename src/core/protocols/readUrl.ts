import type { SchemeRules } from "./protocol.ts";

/** What was changed in a typed address, each shown beside the field. */
export type UrlFix =
  | { readonly kind: "trimmed" }
  | { readonly kind: "full-width" }
  | { readonly kind: "scheme-added"; readonly scheme: string }
  | { readonly kind: "scheme-changed"; readonly from: string; readonly to: string }
  | { readonly kind: "slashes"; readonly scheme: string }
  | { readonly kind: "spaces-encoded" }
  | { readonly kind: "fragment-removed"; readonly fragment: string };

/** Why a typed address cannot be used, said at the field. */
export type UrlFault =
  | { readonly kind: "no-host" }
  | { readonly kind: "unknown-scheme"; readonly scheme: string }
  | { readonly kind: "space-in-host" }
  | { readonly kind: "ipv6-brackets" }
  | { readonly kind: "port"; readonly port: string }
  | { readonly kind: "host"; readonly host: string }
  | { readonly kind: "path-in-url"; readonly path: string; readonly looksLike: "path" | "namespace" };

export type UrlReading =
  | { readonly type: "empty" }
  | { readonly type: "ok"; readonly url: string; readonly fixes: readonly UrlFix[]; readonly hasUserinfo: boolean }
  | { readonly type: "fault"; readonly fault: UrlFault; readonly suggestion: string | null };

export interface UrlRules {
  readonly schemes: SchemeRules;
  readonly pathInUrl: boolean;
  /** Whether our own page came over HTTPS: decides the scheme that is added to a bare host. */
  readonly securePage: boolean;
}

/**
 * Reads an address as people type it, and never lets through what `new WebSocket()` would resolve
 * against our own page: a relative URL connects to the page's server without a word.
 * @see https://websockets.spec.whatwg.org/#dom-websocket-websocket
 */
export function readUrl(typed: string, rules: UrlRules): UrlReading {
  const fixes: UrlFix[] = [];
  const clean = trim(typed);
  if (clean === "") return { type: "empty" };
  if (clean !== typed) fixes.push({ kind: "trimmed" });

  const ascii = narrowHead(clean);
  if (ascii !== clean) fixes.push({ kind: "full-width" });

  const schemed = readScheme(ascii, rules, fixes);
  if ("type" in schemed) return schemed;
  const { scheme } = schemed;
  const rest = cutFragment(schemed.rest, fixes);

  const end = rest.search(/[/?\\]/);
  // Behind a scheme that was added the rest is an authority, which it was not taken for before.
  const authority = narrow(end < 0 ? rest : rest.slice(0, end));
  const tail = end < 0 ? "" : rest.slice(end);
  const fault = judgeAuthority(scheme, authority, tail);
  if (fault) return fault;

  const path = tail.replace(/\\/g, "/").replace(/\s/g, "%20");
  if (/\s/.test(tail)) fixes.push({ kind: "spaces-encoded" });
  const url = `${scheme}://${authority}${path}`;
  if (!URL.canParse(url)) return { type: "fault", fault: { kind: "host", host: authority }, suggestion: null };
  return judgePath(url, rules) ?? { type: "ok", url, fixes, hasUserinfo: authority.includes("@") };
}

/** Invisible characters that pasted text brings along, and the quotes around it. */
function trim(typed: string): string {
  const bare = typed
    .replace(/[\u200b-\u200d\u2060\ufeff\t\r\n]/g, "")
    .replace(/\u00a0/g, " ")
    .trim();
  const quoted = /^(["'`<“「])(.*)(["'`>”」])[,;]?$/u.exec(bare);
  return quoted?.[2]?.trim() ?? bare;
}

/** Chinese input methods type ：／ and 。 in an address; only scheme and host are touched. */
function narrowHead(text: string): string {
  const head = /^(?:[^:：/／?#]*[:：])?[/／]*[^/／?？#]*/u.exec(text)?.[0] ?? "";
  return narrow(head) + text.slice(head.length);
}

const narrow = (text: string): string =>
  text.replace(/[：／．。＠]/gu, (wide) => ({ "：": ":", "／": "/", "＠": "@" })[wide] ?? ".");

interface Schemed {
  readonly scheme: string;
  readonly rest: string;
}

function readScheme(text: string, rules: UrlRules, fixes: UrlFix[]): Schemed | Extract<UrlReading, { type: "fault" }> {
  const { plain, secure, aliases } = rules.schemes;
  const known = [plain, secure, ...Object.keys(aliases)].join("|");
  const explicit = new RegExp(`^(${known})(:[\\\\/]*|[\\\\/]{2,})(.*)$`, "isu").exec(text);
  const [, name = "", glue = "", rest = ""] = explicit ?? [];
  const isHostAndPort = glue === ":" && /^\d+(?:[/?#]|$)/.test(rest);
  if (explicit && !isHostAndPort) {
    if (rest === "") return { type: "fault", fault: { kind: "no-host" }, suggestion: null };
    const typed = name.toLowerCase();
    const alias = Object.hasOwn(aliases, typed) ? aliases[typed] : undefined;
    const scheme = alias === undefined ? typed : rules.schemes[alias];
    if (scheme !== typed) fixes.push({ kind: "scheme-changed", from: typed, to: scheme });
    if (glue !== "://") fixes.push({ kind: "slashes", scheme });
    return { scheme, rest };
  }
  const foreign = /^([a-z][a-z0-9+.-]*):(?:\/\/|(?!\d+(?:[/?#]|$)))(?![^/]*@)(.*)$/isu.exec(text);
  if (foreign?.[1] !== undefined && !isBareIpv6(text)) {
    const host = foreign[2]?.replace(/^\/+/, "") ?? "";
    const suggestion = text.includes("://") && host !== "" ? `${plain}://${host}` : null;
    return { type: "fault", fault: { kind: "unknown-scheme", scheme: foreign[1].toLowerCase() }, suggestion };
  }
  if (/^[/\\]{2}[^/\\]/.test(text)) return addScheme(text.slice(2), rules, fixes);
  if (/^[/\\?#]/.test(text)) return { type: "fault", fault: { kind: "no-host" }, suggestion: null };
  return addScheme(text, rules, fixes);
}

function addScheme(rest: string, rules: UrlRules, fixes: UrlFix[]): Schemed {
  const isLocal = /^(?:[^/@]*@)?(?:localhost|[^/:]*\.localhost|127(?:\.\d+){3}|\[::1\])(?:[:/?#]|$)/i.test(rest);
  const scheme = rules.securePage && !isLocal ? rules.schemes.secure : rules.schemes.plain;
  fixes.push({ kind: "scheme-added", scheme });
  return { scheme, rest };
}

/** A handshake has no fragment: browsers throw for one, even for an empty one. */
function cutFragment(rest: string, fixes: UrlFix[]): string {
  const hash = rest.indexOf("#");
  if (hash < 0) return rest;
  fixes.push({ kind: "fragment-removed", fragment: rest.slice(hash) });
  return rest.slice(0, hash);
}

const isBareIpv6 = (host: string): boolean => /^[0-9a-f]*:[0-9a-f:.]*:[0-9a-f.]*$/i.test(host.split(/[/?#]/)[0] ?? "");

function judgeAuthority(scheme: string, authority: string, tail: string): UrlReading | null {
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  if (host === "" || host.startsWith(":")) {
    if (!isBareIpv6(host)) return { type: "fault", fault: { kind: "no-host" }, suggestion: null };
  }
  if (/\s/.test(authority)) {
    const joined = `${scheme}://${authority.replace(/\s+/g, "")}${tail}`;
    // One space in what else is a host slipped in; words and command lines are no address.
    const isSlip = /^[^\s'"]+\s+[^\s'"]+$/.test(authority) && /[.:]/.test(authority);
    const suggestion = isSlip && URL.canParse(joined) ? joined : null;
    return { type: "fault", fault: { kind: "space-in-host" }, suggestion };
  }
  if (isBareIpv6(host)) {
    const suggestion = `${scheme}://${bracketIpv6(host)}${tail}`;
    return {
      type: "fault",
      fault: { kind: "ipv6-brackets" },
      suggestion: URL.canParse(suggestion) ? suggestion : null,
    };
  }
  const port = /:([^:\]]*)$/.exec(host)?.[1];
  if (port !== undefined && (!/^\d*$/.test(port) || Number(port) > 65535)) {
    return { type: "fault", fault: { kind: "port", port }, suggestion: null };
  }
  return null;
}

/** `::1:8080` is most likely a port behind an address; a group after `::` of four digits or fewer could be either. */
function bracketIpv6(host: string): string {
  const withPort = /^(.*::?[0-9a-f]*):(\d{2,5})$/i.exec(host);
  return withPort?.[1] !== undefined && URL.canParse(`ws://[${withPort[1]}]`)
    ? `[${withPort[1]}]:${withPort[2] ?? ""}`
    : `[${host}]`;
}

/** Socket.IO's client reads the path of a URL as the namespace; nobody who types one knows. */
function judgePath(url: string, rules: UrlRules): UrlReading | null {
  if (rules.pathInUrl) return null;
  const { pathname } = new URL(url);
  if (pathname === "/" || pathname === "") return null;
  const [base = "", query] = url.split("?");
  const origin = base.slice(0, base.length - base.replace(/^[a-z]+:\/\/[^/]*/, "").length);
  const looksLike = /\bsocket\.io\b|\bengine\.io\b/i.test(pathname) ? "path" : "namespace";
  return {
    type: "fault",
    fault: { kind: "path-in-url", path: pathname, looksLike },
    suggestion: query === undefined ? origin : `${origin}?${query}`,
  };
}
