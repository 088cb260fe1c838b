import { placeOf, placeOfUrl } from "../place.ts";
import { hungUp, refused, refusedAt, upstream } from "../readings.ts";
import { certain, likely, possible, type Found, type PhraseFamily, type Reading } from "../phrase.ts";

/** As Node writes an address: `127.0.0.1:8080`, `::1:8080`, `api.example:443`. */
const PAIR = String.raw`(?<host>[\dA-Fa-f:.]{2,45}|[\w.-]{1,200}):(?<port>\d{1,5})(?![\d:.])`;

/** The properties of an error, where Node prints them below it. */
function properties({ after, line }: Found): Reading {
  const text = `${line}${after(6)}`;
  const host = /\baddress: '([^'\n]{1,200})'/.exec(text)?.[1];
  const port = /\bport: '?(\d{1,5})/.exec(text)?.[1];
  const detail = host === undefined ? {} : placeOf(host, port ?? null);
  return refused(detail).map((verdict) => ({ ...verdict, detail }));
}

/** What a proxy of a development server could not reach. */
const proxied = ({ group }: Found): Reading => {
  const place = { url: group("target"), ...placeOfUrl(group("target")) };
  switch (group("errno")) {
    case "ECONNREFUSED":
      return [upstream(certain("refused"), place), likely("http-answer")];
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return [upstream(certain("dns"), place)];
    case "ECONNRESET":
      return [upstream(likely("reset"), place)];
    case "ETIMEDOUT":
      return [upstream(certain("no-answer"), place)];
    default:
      return [];
  }
};

/** @see https://nodejs.org/api/errors.html#common-system-errors */
export const node = {
  tool: "node",
  phrases: [
    {
      has: "[HPM] Error occurred while ",
      at: /\[HPM\] Error occurred while (?:trying to proxy|proxying) request [^\n]{1,600}? to (?<target>https?:\/\/\S{1,600}) [[(](?<errno>E\w{3,20})[\])]/,
      says: proxied,
    },
    { has: "ECONNREFUSED", at: new RegExp(String.raw`(?:connect )?(?<errno>ECONNREFUSED):? ${PAIR}`), says: refusedAt },
    {
      has: "ETIMEDOUT",
      at: new RegExp(String.raw`(?:connect )?(?<errno>ETIMEDOUT) ${PAIR}`),
      says: [certain("no-answer")],
    },
    {
      has: ["EHOSTUNREACH", "ENETUNREACH"],
      at: new RegExp(String.raw`(?:connect )?(?<errno>EHOSTUNREACH|ENETUNREACH) ${PAIR}`),
      says: [certain("unreachable")],
    },
    {
      has: ["getaddrinfo ENOTFOUND", "getaddrinfo EAI_AGAIN"],
      at: /getaddrinfo (?<errno>ENOTFOUND|EAI_AGAIN) (?<host>[\w.-]{1,253})(?::(?<port>\d{1,5}))?/,
      says: [certain("dns")],
    },
    {
      has: "AggregateError [ECONNREFUSED]",
      at: /AggregateError \[(?<errno>ECONNREFUSED)\]/,
      says: [likely("refused")],
      isEcho: true,
    },
    { has: "socket hang up", at: /\bsocket hang up\b/, says: hungUp },
    {
      has: "Client network socket disconnected before",
      at: /Client network socket disconnected before secure TLS connection was established/,
      says: [likely("reset"), possible("tls"), possible("wrong-scheme")],
    },
    {
      has: "ECONNRESET",
      at: /\b(?:read|write) (?<errno>ECONNRESET)\b/,
      says: [likely("reset"), possible("dropped")],
    },
    { has: "EPIPE", at: /\bwrite (?<errno>EPIPE)\b/, says: [likely("dropped")] },
    {
      has: "listen EADDRINUSE",
      at: /listen (?<errno>EADDRINUSE)(?:: address already in use)? (?<host>[\dA-Fa-f:.]{0,45}?):(?<port>\d{1,5})(?![\d:.])/,
      says: [likely("process-ended"), possible("other-protocol")],
    },
    {
      has: "Parse Error: Expected HTTP/",
      at: /Parse Error: Expected HTTP\//,
      says: [likely("other-protocol"), possible("wrong-scheme")],
    },
    // What begins a TLS connection is no method.
    {
      has: "Parse Error: Invalid method encountered",
      at: /Parse Error: Invalid method encountered/,
      says: [likely("wrong-scheme")],
    },
    {
      has: "HPE_INVALID_CONSTANT",
      at: /\b(?<errno>HPE_INVALID_CONSTANT)\b/,
      says: [likely("other-protocol")],
      isEcho: true,
    },
    { has: "HPE_INVALID_METHOD", at: /\b(?<errno>HPE_INVALID_METHOD)\b/, says: [likely("wrong-scheme")], isEcho: true },
    {
      has: ["code: 'ECONNREFUSED'", '"code":"ECONNREFUSED"'],
      at: /(?:code: '|"code":")(?<errno>ECONNREFUSED)['"]/,
      says: properties,
      isEcho: true,
    },
    {
      has: ["code: 'ECONNRESET'", '"code":"ECONNRESET"'],
      at: /(?:code: '|"code":")(?<errno>ECONNRESET)['"]/,
      says: [likely("reset"), possible("dropped")],
      isEcho: true,
    },
    {
      has: ["code: 'ENOTFOUND'", "code: 'EAI_AGAIN'"],
      at: /code: '(?<errno>ENOTFOUND|EAI_AGAIN)'/,
      says: [certain("dns")],
      isEcho: true,
    },
    { has: "code: 'ETIMEDOUT'", at: /code: '(?<errno>ETIMEDOUT)'/, says: [certain("no-answer")], isEcho: true },
  ],
} as const satisfies PhraseFamily;

/** @see https://github.com/nodejs/undici lib/core/errors.js, lib/web/websocket */
export const undici = {
  tool: "undici",
  phrases: [
    {
      has: "Connect Timeout Error",
      at: /ConnectTimeoutError: Connect Timeout Error(?: \(attempted address(?:es)?: (?<pair>[^,\s)]{1,260})[^)\n]{0,400}?(?:, timeout: (?<after>\d+ ?ms))?\))?/,
      says: [certain("no-answer")],
    },
    {
      has: "UND_ERR_CONNECT_TIMEOUT",
      at: /\b(?<errno>UND_ERR_CONNECT_TIMEOUT)\b/,
      says: [certain("no-answer")],
      isEcho: true,
    },
    { has: "SocketError: other side closed", at: /SocketError: other side closed/, says: hungUp },
    {
      has: "Received network error or non-101 status code",
      at: /Received network error or non-101 status code/,
      says: [possible("http-answer"), possible("unreachable")],
    },
  ],
} as const satisfies PhraseFamily;
