import type { ClueDetail } from "../clue.ts";
import { placeOfPair, placeOfUrl } from "../place.ts";
import { answered, isEngineIo, upstream } from "../readings.ts";
import {
  certain,
  likely,
  possible,
  type Found,
  type Phrase,
  type PhraseFamily,
  type Reading,
  type Verdict,
} from "../phrase.ts";

/** The fields behind an error of a request: `request: "GET /ws HTTP/1.1", upstream: "http://127.0.0.1:3000/ws", host: "…"`. */
const field = (line: string, name: string): string =>
  new RegExp(String.raw`\b${name}: \\?"([^"\\\n]{1,1500})`).exec(line)?.[1] ?? "";

const asked = (found: Found): Partial<ClueDetail> => ({
  ...placeOfPair(field(found.line, "host")),
  ...(path(found) !== "" && { path: path(found) }),
});
const backend = ({ line }: Found): Partial<ClueDetail> => placeOfUrl(field(line, "upstream"));
const path = ({ line }: Found): string => field(line, "request").split(" ")[1] ?? "";

/** Paths that name sockets. Nothing in the line says what the request asked for. */
const isSocketPath = (text: string): boolean =>
  /\/(?:ws|wss|sock|socket|sockets|websocket|websockets|cable|hub|hubs|signalr|realtime|live|stream|events|graphql)\b|transport=websocket/i.test(
    text,
  );

/** What the client got, and what the backend did. */
const both =
  (status: number, behind: Verdict) =>
  (found: Found): Reading => [certain("http-answer", { status, ...asked(found) }), upstream(behind, backend(found))];

/** Engine.IO ends foreign upgrades after a second; nothing else is as frequent where the path is one of sockets. */
function prematurely(found: Found): Reading {
  const where = path(found);
  const raw = isEngineIo(where)
    ? possible("socketio-session", asked(found))
    : isSocketPath(where)
      ? likely("socketio-behind-raw", asked(found))
      : possible("socketio-behind-raw", asked(found));
  return [...both(502, certain("reset"))(found), raw];
}

const error = (text: string, during: string, says: Phrase["says"], has: string): Phrase => ({
  has,
  at: new RegExp(`${text} while ${during}`),
  says,
});

const HEADER = "reading response header from upstream";

/** @see https://github.com/nginx/nginx src/http/ngx_http_upstream.c, src/event/ngx_event_openssl.c */
export const nginx = {
  tool: "nginx",
  phrases: [
    error(
      String.raw`connect\(\) failed \((?:111|61): [^)\n]{1,60}\)`,
      "connecting to upstream",
      both(502, certain("refused")),
      "connect() failed (",
    ),
    error(
      String.raw`connect\(\) failed \((?:113|101|65|51): [^)\n]{1,60}\)`,
      "connecting to upstream",
      both(502, certain("unreachable")),
      "connect() failed (",
    ),
    error(
      String.raw`upstream timed out \((?:110|60): [^)\n]{1,60}\)`,
      "connecting to upstream",
      both(504, certain("no-answer")),
      "upstream timed out (",
    ),
    error(
      String.raw`upstream timed out \((?:110|60): [^)\n]{1,60}\)`,
      HEADER,
      both(504, certain("no-answer")),
      "upstream timed out (",
    ),
    error(
      String.raw`upstream timed out \((?:110|60): [^)\n]{1,60}\)`,
      "proxying upgraded connection",
      (found) => [certain("idle-timeout", asked(found))],
      "upstream timed out (",
    ),
    error("upstream prematurely closed connection", HEADER, prematurely, "upstream prematurely closed connection"),
    error(
      String.raw`(?:recv|readv)\(\) failed \(10?4: [^)\n]{1,60}\)`,
      HEADER,
      both(502, certain("reset")),
      "Connection reset by peer) while",
    ),
    error(
      String.raw`(?:recv|readv|send|writev)\(\) failed \((?:104|32|54): [^)\n]{1,60}\)`,
      "proxying upgraded connection",
      (found) => [certain("dropped", asked(found))],
      "() failed (",
    ),
    error(
      "no live upstreams",
      "connecting to upstream",
      (found) => [certain("http-answer", { status: 502, ...asked(found) })],
      "no live upstreams",
    ),
    error(
      String.raw`SSL_do_handshake\(\) failed \(SSL: error:[^)\n]{1,200}wrong version number[^)\n]{0,80}\)`,
      "SSL handshaking to upstream",
      both(502, certain("wrong-scheme")),
      "SSL_do_handshake() failed (",
    ),
    error(
      String.raw`SSL_do_handshake\(\) failed \(SSL: (?<reason>error:[^)\n]{1,200})\)`,
      "SSL handshaking to upstream",
      both(502, certain("tls")),
      "SSL_do_handshake() failed (",
    ),
    error(
      String.raw`upstream SSL certificate (?<reason>[^\n]{1,160})`,
      "SSL handshaking to upstream",
      both(502, certain("tls")),
      "upstream SSL certificate ",
    ),
    error(
      `upstream sent (?<reason>no valid HTTP/1.0 header|too big header|invalid header)[^\\n]{0,80}`,
      HEADER,
      (found) => [
        certain("http-answer", { status: 502, ...asked(found) }),
        ...(found.group("reason").startsWith("no valid") ? [upstream(likely("other-protocol"), backend(found))] : []),
      ],
      "upstream sent ",
    ),
    {
      has: "host not found in upstream",
      at: /host not found in upstream "(?<host>[^":\n]{1,253})(?::(?<port>\d{1,5}))?"/,
      says: ({ detail }) => [upstream(certain("dns"), detail)],
    },
    {
      has: " could not be resolved (",
      at: /(?<host>[\w.-]{1,253}) could not be resolved \((?:2|3|110): [^)\n]{1,60}\)/,
      says: (found) => [
        certain("http-answer", { status: 502, ...asked(found) }),
        upstream(certain("dns"), { host: found.detail.host ?? "" }),
      ],
    },
    {
      has: "client sent plain HTTP request to HTTPS port",
      at: /client sent plain HTTP request to HTTPS port/,
      says: (found) => [
        certain("wrong-scheme", asked(found)),
        certain("http-answer", { status: 400, ...asked(found) }),
      ],
    },
    {
      has: "client intended to send too large body",
      at: /client intended to send too large body: \d+ bytes/,
      says: (found) => [certain("payload-too-big", { status: 413, ...asked(found) })],
    },
  ],
} as const satisfies PhraseFamily;

/** The access log of nginx and of Apache: an upgrade that Socket.IO asked for, answered with a status. */
export const accessLog = {
  tool: "nginx",
  phrases: [
    {
      has: "transport=websocket",
      at: /"GET (?<path>[^"\s]{0,1000}[?&]transport=websocket[^"\s]{0,1000}) HTTP\/[\d.]{1,3}\\?" (?<status>[2-5]\d\d)\b/,
      says: ({ detail, group }) =>
        detail.status === undefined || (detail.status === 200 && !isEngineIo(group("path")))
          ? []
          : answered(detail.status, group("path")),
    },
  ],
} as const satisfies PhraseFamily;
