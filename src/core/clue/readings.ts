import type { ClueDetail } from "./clue.ts";
import { certain, likely, possible, type Found, type Reading, type Verdict } from "./phrase.ts";

/** What names an Engine.IO address: its parameters, or the path that it has unless it was changed. */
export const isEngineIo = (text: string): boolean => /[?&]EIO=\d|\/socket\.io\//.test(text);

/**
 * An HTTP answer where a 101 was to come. That one answered is certain; the status says what is likely behind it.
 * @see RFC 9110 §15, RFC 6455 §4.4 (426)
 */
export function answered(status: number, url = ""): Reading {
  return [certain("http-answer", { status }), ...behindStatus(status, url)];
}

function behindStatus(status: number, url: string): readonly Verdict[] {
  switch (status) {
    case 400:
      return isEngineIo(url)
        ? [possible("proxy-no-upgrade"), possible("socketio-version"), possible("socketio-session")]
        : [possible("proxy-no-upgrade"), possible("http-refused")];
    case 401:
    case 403:
      return [likely("http-refused")];
    case 404:
    case 405:
      return isEngineIo(url) ? [likely("socketio-path"), possible("http-refused")] : [likely("http-refused")];
    case 426:
      return [likely("proxy-no-upgrade")];
    case 200:
      return [possible("proxy-no-upgrade"), possible("http-refused")];
    case 502:
      return [possible("socketio-behind-raw")];
    default:
      return [];
  }
}

/** The status that a phrase names in its group. */
export const byStatus = ({ detail }: Found): Reading =>
  detail.status === undefined ? [] : answered(detail.status, detail.url);

/** Codes by which servers turn away who has not said who they are: 3000, 3003 (IANA), and the habit of 4401 and the like. */
const UNAUTHORIZED = new Set([1008, 3000, 3003, 4001, 4003, 4401, 4403]);

/**
 * A close code in an error. 1000, 1001 and 1005 end connections every day, and are no clue.
 * @see RFC 6455 §7.4.1
 */
export function closedWith(code: number): Reading {
  switch (code) {
    case 1000:
    case 1001:
    case 1005:
      return [];
    case 1002:
    case 1007:
      return [certain("close-code"), likely("protocol-violation")];
    case 1003:
      return [certain("close-code"), likely("message-rejected")];
    case 1006:
      return [likely("dropped")];
    case 1009:
      return [certain("payload-too-big")];
    case 1015:
      return [certain("tls")];
    default:
      return UNAUTHORIZED.has(code) ? [certain("close-code"), likely("auth-after-open")] : [certain("close-code")];
  }
}

export const byCode = ({ detail }: Found): Reading => (detail.code === undefined ? [] : closedWith(detail.code));

/**
 * A connection that nothing accepted. Over `::1` that is known of one of the two addresses of `localhost` alone, which
 * Node and others try first, and may stop at.
 */
export const refused = ({ host }: Partial<ClueDetail>): Reading =>
  host === "::1" || host === "0:0:0:0:0:0:0:1"
    ? [likely("localhost-family"), possible("refused")]
    : [certain("refused")];

export const refusedAt = ({ detail }: Found): Reading => refused(detail);

/** It got through, and was hung up on before an answer came. */
export const hungUp = ({ detail, line }: Found): Reading => [
  likely("reset"),
  possible("socketio-behind-raw"),
  ...(/\bwss:|https:/.test(detail.url ?? line) ? [] : [possible("wrong-scheme")]),
  possible("bad-handshake"),
  possible("dropped"),
];

/** TLS was begun, and something else than TLS came back. */
export const notTls: Reading = [likely("wrong-scheme"), possible("tls")];

/** Of a proxy: what its backend did is one thing, what the client got another. */
export const upstream = (verdict: Verdict, detail: Partial<ClueDetail>): Verdict => ({
  ...verdict,
  detail: { ...verdict.detail, ...detail, isUpstream: true },
});

/**
 * What came of dialling, in the words of Go's net package.
 * @param reason behind `dial tcp host:port: `
 */
export function dialled(reason: string, place: Partial<ClueDetail> = {}): Reading {
  if (/connection refused|actively refused it/.test(reason)) return refused(place);
  const name =
    /^lookup ([\w.-]{1,253})(?: on [^\s:]{1,60}(?::\d+)?| on \[[^\]]{1,45}\]:\d+)?: (?:no such host|server misbehaving|Temporary failure|i\/o timeout|Try again)/.exec(
      reason,
    );
  if (name) return [certain("dns", { host: name[1] ?? "" })];
  if (/^i\/o timeout|timed out|A connection attempt failed because/.test(reason)) return [certain("no-answer")];
  if (/no route to host|network is unreachable/.test(reason)) return [certain("unreachable")];
  return reason.includes("connection reset by peer") ? [certain("reset")] : [];
}
