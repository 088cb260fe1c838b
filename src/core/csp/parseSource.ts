import type { PolicyEngine } from "./case.ts";

/** A source expression, as far as addresses go. @see https://w3c.github.io/webappsec-csp/#grammardef-source-expression */
export type Source =
  | { readonly kind: "none" }
  | { readonly kind: "self" }
  | { readonly kind: "star" }
  /** @property scheme in lower case, without a colon */
  | { readonly kind: "scheme"; readonly scheme: string }
  | HostSource
  /** Keywords, nonces and hashes, which are about scripts and styles. */
  | { readonly kind: "other" }
  | { readonly kind: "invalid"; readonly why: "ipv6" | "unquoted" | "directive" | "host" | "port" | "path" | "scheme" };

export interface HostSource {
  readonly kind: "host";
  /** In lower case; null: that of the page. */
  readonly scheme: string | null;
  /** In lower case, without `*.`; empty with `anySubdomain`: any host. */
  readonly host: string;
  readonly anySubdomain: boolean;
  /** As written; null: that of the scheme. */
  readonly port: string | null;
  /** Decoded, without query; empty: any. */
  readonly path: string;
}

const KEYWORD =
  /^'(?:unsafe-inline|unsafe-eval|unsafe-hashes|wasm-unsafe-eval|wasm-eval|strict-dynamic|report-sample|unsafe-allow-redirects|inline-speculation-rules|trusted-types-eval|report-sha(?:256|384|512)|unsafe-webtransport-hashes)'$/i;
const NONCE_OR_HASH = /^'(?:nonce|sha-?256|sha-?384|sha-?512)-[\w+/-]+={0,2}'$/i;
const SCHEME = /^[a-z][a-z\d+.-]*$/i;

/** Reads one source expression as an engine does. */
export function parseSource(text: string, engine: PolicyEngine): Source {
  const lower = text.toLowerCase();
  if (lower === "'none'") return { kind: "none" };
  if (lower === "'self'") return { kind: "self" };
  if (text === "*") return { kind: "star" };
  if (KEYWORD.test(text) || NONCE_OR_HASH.test(text)) return { kind: "other" };
  const only = /^([^:/]*):$/.exec(text);
  if (only) return SCHEME.test(only[1] ?? "") ? { kind: "scheme", scheme: lower.slice(0, -1) } : bad("scheme");
  const schemed = /^([^:/]*):\/(.*)$/s.exec(text);
  if (!schemed) return hostSource(text, null, engine);
  const [, scheme = "", rest = ""] = schemed;
  if (!SCHEME.test(scheme) || !rest.startsWith("/")) return bad("scheme");
  return hostSource(rest.slice(1), scheme.toLowerCase(), engine);
}

const bad = (why: Extract<Source, { readonly kind: "invalid" }>["why"]): Source => ({ kind: "invalid", why });

function hostSource(text: string, scheme: string | null, engine: PolicyEngine): Source {
  // Brackets are no host characters: no engine takes them.
  if (text.startsWith("[") || /^[\da-f]*:[\da-f]*:/i.test(text)) return bad("ipv6");
  // In Firefox a query may follow host and port at once; the others take it for a part of them.
  const shape = engine === "firefox" ? /^([^:/?#]*)(?::([^/?#]*))?(.*)$/s : /^([^:/]*)(?::([^/]*))?(.*)$/s;
  const [, name = "", port, rest = ""] = shape.exec(text) ?? [];
  const host = hostOf(name, engine);
  if (host === null || (engine === "firefox" && name === "*" && port === undefined && rest !== "")) return bad("host");
  if (port !== undefined && port !== "*" && !/^\d+$/.test(port)) return bad("port");
  const path = pathOf(rest, engine);
  if (path === null) return bad("path");
  return { kind: "host", scheme, ...host, port: port ?? null, path };
}

function hostOf(name: string, engine: PolicyEngine): Pick<HostSource, "host" | "anySubdomain"> | null {
  if (name === "*") return { host: "", anySubdomain: true };
  const anySubdomain = name.startsWith("*.");
  const host = (anySubdomain ? name.slice(2) : name).toLowerCase();
  // WebKit takes a dot at the end, which matches nothing that is written without it.
  const labels = (engine === "webkit" ? host.replace(/\.$/, "") : host).split(".");
  return labels.every((label) => /^[a-z\d-]+$/.test(label)) ? { host, anySubdomain } : null;
}

/** @returns null where the engine refuses the whole expression for its path */
function pathOf(text: string, engine: PolicyEngine): string | null {
  const path = text.replace(/[?#].*$/s, "");
  if (engine === "firefox") {
    if (path.startsWith("//") || !/^(?:[\w\-.~!$&'()*+=:@/]|%[\da-f]{2})*$/i.test(path)) return null;
  }
  return decode(path);
}

/** Decoded as browsers do: what is no UTF-8 stays as it is. */
export function decode(path: string): string {
  return path.replace(/(?:%[\da-f]{2})+/gi, (coded) => {
    try {
      return decodeURIComponent(coded);
    } catch {
      return coded;
    }
  });
}

/** Words that are keywords with quotes, and host names without. */
export const isUnquotedKeyword = (text: string): boolean =>
  /^(?:self|none|unsafe-inline|unsafe-eval|unsafe-hashes|strict-dynamic|report-sample)$/i.test(text);
