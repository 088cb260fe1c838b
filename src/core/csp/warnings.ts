import type { Span } from "../units/span.ts";
import { localNetworkOf, type Decision, type FullCase } from "./decide.ts";
import { isDirectiveName, directiveKind } from "./directives.ts";
import { ignoredText, type ActivePolicy } from "./judgePolicy.ts";
import { addressOf, matches, selfOf, type Address } from "./matchSource.ts";
import { hostOf } from "./network.ts";
import { hostKind, isLoopback } from "../units/host.ts";
import { connectDirective, directiveOf, type Token } from "./parsePolicy.ts";
import { isUnquotedKeyword, parseSource, type HostSource, type Source } from "./parseSource.ts";

/** What is worth knowing about a policy that is not meant to be so. */
export const WARNING_KINDS = [
  /** Not a source expression: every engine ignores it. */
  "invalid-source",
  /** An IPv6 address, which cannot be listed. */
  "ipv6-source",
  /** `self` or `none` without its quotes is the name of a host. */
  "unquoted-keyword",
  /** The name of a directive among sources: a semicolon is missing. */
  "missing-semicolon",
  /** `'none'` counts for nothing beside others. */
  "none-with-others",
  /** A host without a scheme has that of the page, which is never that of a socket. */
  "schemeless-host",
  /** `https:` does not cover `wss:`. */
  "http-not-ws",
  /** The right host, but the port is another. */
  "other-port",
  /** In Chromium, `ws:` with a port does not cover `wss:` on it. */
  "port-not-upgraded",
  /** `*.example` does not cover `example`. */
  "not-a-subdomain",
  /** The right host, but another path. */
  "other-path",
  /** Query and fragment of an expression are left out. */
  "path-query",
  /** `'self'` of a secure page does not cover `ws:`. */
  "self-is-secure",
  "duplicate-directive",
  "unknown-directive",
  "obsolete-directive",
  "characters",
  "ignored-in-meta",
  "ignored-in-report-only",
  "report-only-meta",
  "meta-in-worker",
  /** Firefox takes a `<meta>` for one policy, the others cut it at commas. */
  "comma-in-meta",
  /** Of no matter for connections, but the server sees `Origin: null`. */
  "sandbox",
  /** The address is another than the one asked for. */
  "upgraded",
  /** The same, and of this machine, which rarely speaks TLS. */
  "upgraded-here",
  /** The browser asks its user first, or has been told. */
  "asks-local-network",
  /** 0.0.0.0 */
  "wildcard-address",
  /** A typed address that is relative leads to the page's own server. */
  "relative-url",
] as const;

export type WarningKind = (typeof WARNING_KINDS)[number];

export interface Warning {
  readonly kind: WarningKind;
  /** Which of the policies given; null: it is about the addresses. */
  readonly policy: number | null;
  readonly at: Span | null;
  /** The words it is about, as written. */
  readonly text: string;
}

/** A policy of thousands of mistakes is as good as unread. */
const MOST = 100;

export function findWarnings(one: FullCase, decision: Decision): readonly Warning[] {
  return [
    ...addressWarnings(one, decision),
    ...textWarnings(one),
    ...decision.active.flatMap((active) => policyWarnings(one, active, decision)),
  ].slice(0, MOST);
}

function addressWarnings(one: FullCase, { url, asked, upgradedBy, isRelative }: Decision): readonly Warning[] {
  if (url === null || asked === null) return [];
  const about = (kind: WarningKind, text = url.href): Warning => ({ kind, policy: null, at: null, text });
  const found: Warning[] = [];
  const directive = upgradedBy && directiveOf(upgradedBy.policy, "upgrade-insecure-requests");
  if (upgradedBy && directive) {
    const kind = isLoopback(hostOf(url)) ? "upgraded-here" : "upgraded";
    found.push({ kind, policy: upgradedBy.policy.index, at: directive, text: url.href });
  }
  if (localNetworkOf(one, url) !== null) found.push(about("asks-local-network"));
  if (hostKind(hostOf(url)) === "wildcard") found.push(about("wildcard-address"));
  if (isRelative && !/^(?:\/|\?|#|\.|$)/.test(one.targetUrl.trim())) found.push(about("relative-url"));
  return found;
}

function textWarnings({ policies, context }: FullCase): readonly Warning[] {
  return policies.flatMap((text, policy): readonly Warning[] => {
    const kind = ignoredText(text, context);
    if (kind !== null) return [{ kind, policy, at: null, text: text.text }];
    const comma = text.delivery === "meta" ? text.text.indexOf(",") : -1;
    return comma < 0 ? [] : [{ kind: "comma-in-meta", policy, at: { start: comma, end: comma + 1 }, text: "," }];
  });
}

function policyWarnings(one: FullCase, active: ActivePolicy, { url }: Decision): readonly Warning[] {
  const { policy } = active;
  const found: Warning[] = [];
  const say = (kind: WarningKind, at: Span, text: string): void => {
    if (found.length < MOST) found.push({ kind, policy: policy.index, at: { start: at.start, end: at.end }, text });
  };
  for (const { name, nameSpan, ignored } of policy.directives) {
    if (ignored === "duplicate") say("duplicate-directive", nameSpan, name);
    else if (ignored === "characters") say("characters", nameSpan, name);
    else if (ignored === "in-meta") say("ignored-in-meta", nameSpan, name);
    else if (ignored === "in-report-only") say("ignored-in-report-only", nameSpan, name);
    else if (!isDirectiveName(name)) say("unknown-directive", nameSpan, name);
    else if (directiveKind(name) === "obsolete") say("obsolete-directive", nameSpan, name);
    else if (name === "sandbox") say("sandbox", nameSpan, name);
  }
  const directive = connectDirective(policy);
  if (directive === null) return found;
  const { tokens } = directive;
  const isMatched = url !== null && tokens.some((token) => isMatch(token, one, addressOf(url)));
  for (const token of tokens.slice(0, 2000)) {
    const source = parseSource(token.text, one.engine);
    const kind =
      ownWarning(token, source, tokens.length) ??
      // Once it is allowed, what does not allow it is nobody's mistake.
      (url === null || isMatched ? null : missWarning(source, addressOf(url), one));
    if (kind !== null) say(kind, token, token.text);
  }
  return found;
}

const isMatch = (token: Token, { engine, pageUrl }: FullCase, address: Address): boolean =>
  matches(parseSource(token.text, engine), address, { engine, self: selfOf(pageUrl), upgrades: false });

/** What is wrong with an expression whatever the address. */
function ownWarning({ text }: Token, source: Source, count: number): WarningKind | null {
  if (source.kind === "none") return count > 1 ? "none-with-others" : null;
  if (isUnquotedKeyword(text)) return "unquoted-keyword";
  if (isDirectiveName(text.toLowerCase())) return "missing-semicolon";
  if (source.kind === "invalid") return source.why === "ipv6" ? "ipv6-source" : "invalid-source";
  return source.kind === "host" && /[?#]/.test(text) ? "path-query" : null;
}

const isHttp = (scheme: string | null | undefined): boolean => scheme === "http" || scheme === "https";
const isWs = (scheme: string): boolean => scheme === "ws" || scheme === "wss";

/** Why an expression that looks as if it were meant for the address is not. */
function missWarning(source: Source, address: Address, { pageUrl, engine }: FullCase): WarningKind | null {
  const self = selfOf(pageUrl);
  if (source.kind === "self") {
    const isOwn = self?.host === address.host && self.scheme === "https" && address.scheme === "ws";
    return isOwn ? "self-is-secure" : null;
  }
  if (source.kind === "scheme") return isWs(address.scheme) && isHttp(source.scheme) ? "http-not-ws" : null;
  if (source.kind !== "host") return null;
  const allows = (change: Partial<HostSource>, at: Partial<Address> = {}): boolean =>
    matches({ ...source, ...change }, { ...address, ...at }, { engine, self, upgrades: false });
  const scheme = address.scheme;
  if (source.scheme === null && isWs(scheme) && allows({ scheme })) return "schemeless-host";
  if (isHttp(source.scheme) && isWs(scheme) && allows({ scheme })) return "http-not-ws";
  if (source.scheme === "ws" && scheme === "wss" && allows({ scheme })) return "port-not-upgraded";
  if (allows({ port: "*" })) return "other-port";
  if (allows({ path: "" })) return "other-path";
  return source.anySubdomain && source.host === address.host && allows({ anySubdomain: false })
    ? "not-a-subdomain"
    : null;
}
