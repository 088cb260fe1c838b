import { placeOfPair } from "../place.ts";
import { answered, byStatus, hungUp, notTls, refused } from "../readings.ts";
import { certain, likely, possible, type Found, type PhraseFamily, type Reading } from "../phrase.ts";

const asked = (text: string): boolean =>
  /^[>*]? ?upgrade: ?websocket/im.test(text) || /-H '?"?Upgrade: websocket/i.test(text);

/** Of an answer in `curl -v`: only where an upgrade was asked for; what came of any other request is no clue. */
function statusLine({ before, detail }: Found): Reading {
  const above = before(60);
  const from = Math.max(above.lastIndexOf("\n> GET "), above.startsWith("> GET ") ? 0 : -1);
  const request = from === -1 ? above : above.slice(from);
  if (detail.status === undefined || detail.status === 101 || detail.status === 100 || !asked(request)) return [];
  const path = /^\s*> GET (\S{1,1000})/.exec(request)?.[1] ?? "";
  const host = /^> Host: (\S{1,260})/im.exec(request)?.[1];
  const place = { ...(host !== undefined && placeOfPair(host)), ...(path !== "" && { path }) };
  return answered(detail.status, path).map((verdict) => ({ ...verdict, detail: { ...verdict.detail, ...place } }));
}

function connected({ group, detail }: Found): Reading {
  const why = group("why");
  if (why === "Connection refused") return refused(detail);
  return /timed out|Timeout/.test(why) ? [certain("no-answer")] : [certain("unreachable")];
}

/** @see https://github.com/curl/curl lib/connect.c, lib/cf-socket.c, lib/strerror.c, lib/http.c; nc words it alike */
export const curl = {
  tool: "curl",
  phrases: [
    {
      has: "connect to ",
      at: /connect to (?<host>[\w.:-]{1,253}) port (?<port>\d{1,5})(?: \(\w{1,20}\))?(?: from \S{1,60} port \d{1,5})? failed: (?<why>Connection refused|Connection timed out|Operation timed out|No route to host|Network is unreachable|Host is unreachable)/,
      says: connected,
    },
    {
      has: "Failed to connect to ",
      at: /Failed to connect to (?<host>[\w.:-]{1,253}) port (?<port>\d{1,5})(?: after \d+ ms)?: (?<why>Connection refused|Connection timed out|Timeout was reached|No route to host|Network is unreachable)/,
      says: connected,
      isEcho: true,
    },
    {
      has: "Failed to connect to ",
      at: /Failed to connect to (?<host>[\w.:-]{1,253}):? (?:port )?(?<port>\d{1,5})[^\n]{0,80}?(?:Couldn't connect to|Could not connect to) server/,
      says: [likely("refused")],
      isEcho: true,
    },
    {
      has: "Could not resolve host",
      at: /Could not resolve host(?:name)?: (?<host>[\w.-]{1,253})/,
      says: [certain("dns")],
    },
    {
      has: ["Connection timed out after ", "Operation timed out after "],
      at: /(?:Connection|Operation) timed out after (?<after>\d+ milliseconds)(?: with (?<got>\d+)[^\n]{0,40}bytes received)?/,
      // A WebSocket that opened stays silent until curl's own time is up.
      says: ({ before }) => (/< HTTP\/1\.1 101|Received 101/.test(before(40)) ? [] : [certain("no-answer")]),
    },
    { has: "Empty reply from server", at: /Empty reply from server/, says: hungUp },
    {
      has: "Recv failure: Connection reset by peer",
      at: /Recv failure: Connection reset by peer/,
      says: [certain("reset")],
    },
    {
      has: "SSL certificate problem: ",
      at: /SSL certificate problem: (?<reason>[^\n]{1,120})/,
      says: [certain("tls")],
    },
    {
      has: ["no alternative certificate subject name matches", "certificate subject name '"],
      at: /SSL: (?:no alternative certificate subject name matches target (?:host ?name|ipv[46] address) '(?<host>[^'\n]{1,253})'|certificate subject name '[^'\n]{1,253}' does not match target host ?name '(?<target>[^'\n]{1,253})')/,
      says: [certain("tls")],
    },
    { has: "curl: (35)", at: /curl: \(35\) [^\n]{0,160}wrong version number/, says: notTls },
    {
      has: "Received HTTP/0.9 when not allowed",
      at: /Received HTTP\/0\.9 when not allowed/,
      says: [likely("other-protocol"), possible("wrong-scheme")],
    },
    { has: "Refused WebSocket upgrade: ", at: /Refused WebSocket upgrade: (?<status>\d{3})/, says: byStatus },
    { has: "< HTTP/", at: /(?<!\S)< HTTP\/[\d.]{1,3} (?<status>\d{3})\b/, says: statusLine },
    {
      has: "426 Upgrade Required",
      at: /(?<!\S)HTTP\/1\.1 (?<status>426) Upgrade Required/,
      says: [certain("http-answer"), possible("proxy-no-upgrade")],
    },
    {
      has: "Failed to connect to ",
      at: /curl: \(7\) Failed to connect to (?<host>[\w.:-]{1,253})/,
      says: [likely("refused")],
      isEcho: true,
    },
  ],
} as const satisfies PhraseFamily;
