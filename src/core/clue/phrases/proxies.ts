import { placeOfPair } from "../place.ts";
import { byStatus, dialled, upstream } from "../readings.ts";
import { certain, likely, type Found, type PhraseFamily, type Reading } from "../phrase.ts";

/** The first two letters: who ended it, and when. @see HAProxy Configuration Manual, "Session state at disconnection" */
function ended({ group }: Found): Reading {
  const status = Number(group("answer"));
  const got = { status };
  const isTunnel = status === 101;
  switch (group("flags").slice(0, 2)) {
    case "SC":
      return [certain("http-answer", got), upstream(likely("refused"), {})];
    case "sC":
      return [certain("http-answer", got), upstream(certain("no-answer"), {})];
    case "SH":
      return [certain("http-answer", got), upstream(certain("reset"), {})];
    case "sH":
      return [certain("http-answer", got), upstream(certain("no-answer"), {})];
    case "PH":
      return [certain("http-answer", got), upstream(likely("bad-handshake"), {})];
    case "sD":
    case "cD":
      return isTunnel ? [certain("idle-timeout")] : [];
    case "SD":
      return isTunnel ? [certain("dropped")] : [];
    default:
      return [];
  }
}

export const haproxy = {
  tool: "haproxy",
  phrases: [
    {
      has: [" - - SC", " - - sC", " - - SH", " - - sH", " - - PH", " - - sD", " - - cD", " - - SD"],
      at: / (?<name>[^\s/]{1,80}\/\S{1,80}) [-+\d]{1,9}(?:\/[-+\d]{1,12}){4} (?<answer>-?\d{1,3}) \+?\d{1,15} - - (?<flags>[A-Za-z-]{4}) \d+\/\d+\/\d+\/\d+\/\d+/,
      says: ended,
    },
    {
      has: " is DOWN, reason: ",
      at: /Server \S{1,160} is DOWN, reason: (?<reason>Layer4 connection problem|Layer4 timeout|Layer6 invalid response)(?:, info: "[^"\n]{0,80}")?/,
      says: ({ group }) => {
        if (group("reason") === "Layer4 timeout") return [upstream(certain("no-answer"), {})];
        return group("reason").startsWith("Layer6")
          ? [upstream(likely("wrong-scheme"), {})]
          : [upstream(certain("refused"), {})];
      },
    },
    {
      has: "has no server available!",
      at: /\w+ '?\S{1,80}'? has no server available!/,
      says: [certain("http-answer", { status: 503 })],
    },
  ],
} as const satisfies PhraseFamily;

/** @see https://github.com/apache/httpd modules/proxy */
export const apache = {
  tool: "apache",
  phrases: [
    {
      has: "attempt to connect to ",
      at: /(?:\((?<number>\d{2,3})\)[^\n:]{1,60}: )?AH0(?:0957|2454): \w+: attempt to connect to (?<dial>[^\s)]{1,60}) \([^)\n]{1,200}\) failed/,
      says: ({ group }) => [
        certain("http-answer", { status: 503 }),
        upstream(
          /^(?:111|61)$/.test(group("number")) ? certain("refused") : likely("refused"),
          placeOfPair(group("dial")),
        ),
      ],
    },
    {
      has: "failed to make connection to backend: ",
      at: /AH01114: \w+: failed to make connection to backend: \S{1,253}/,
      says: [certain("http-answer", { status: 503 })],
      isEcho: true,
    },
    {
      has: "error reading status line from remote server",
      at: /AH01102: error reading status line from remote server (?<dial>\S{1,260})/,
      says: ({ group }) => [
        certain("http-answer", { status: 502 }),
        upstream(certain("reset"), placeOfPair(group("dial"))),
      ],
    },
    {
      has: "Error reading from remote server returned by",
      at: /AH00898: Error reading from remote server returned by \S{1,600}/,
      says: [certain("http-answer", { status: 502 })],
      isEcho: true,
    },
    {
      has: "DNS lookup failure for: ",
      at: /AH00898: DNS lookup failure for: (?<name>[\w.-]{1,253}) returned by/,
      says: ({ group }) => [certain("http-answer", { status: 502 }), upstream(certain("dns"), { host: group("name") })],
    },
    // mod_proxy_wstunnel is not loaded.
    {
      has: "No protocol handler was valid for the URL",
      at: /AH01144: No protocol handler was valid for the URL \S{1,600} \(scheme 'wss?'\)/,
      says: [certain("http-answer", { status: 500 }), certain("proxy-no-upgrade")],
    },
  ],
} as const satisfies PhraseFamily;

/** @see https://github.com/traefik/traefik pkg/proxy/httputil/proxy.go */
export const traefik = {
  tool: "traefik",
  phrases: [
    {
      has: ["502 Bad Gateway", "504 Gateway Timeout"],
      at: /'?(?<status>502|504) (?:Bad Gateway|Gateway Timeout)'?(?: caused by: |"? error=\\?"?)dial tcp(?: (?<dial>\[[\dA-Fa-f:]{2,45}\]:\d{1,5}|[\w.-]{1,253}:\d{1,5}))?: (?<why>[^"\\\n]{1,200})/,
      says: dialledBehind,
    },
    // Before version 3.
    {
      has: "forward/websocket: Error dialing ",
      at: /forward\/websocket: Error dialing \\?["`][^"`\\\n]{1,260}\\?["`]: websocket: bad handshake with resp: (?<status>\d{3})\b/,
      says: byStatus,
    },
    {
      has: '"error":"dial tcp ',
      at: /"error":"dial tcp (?<dial>\[[\dA-Fa-f:]{2,45}\]:\d{1,5}|[\w.-]{1,253}:\d{1,5}): (?<why>[^"\\\n]{1,200})"[^\n]{0,300}"message":"(?<status>502|504) /,
      says: dialledBehind,
    },
  ],
} as const satisfies PhraseFamily;

function dialledBehind({ group, detail }: Found): Reading {
  const place = group("dial") === "" ? {} : placeOfPair(group("dial"));
  const status = detail.status ?? 502;
  return [certain("http-answer", { status }), ...dialled(group("why"), {}).map((one) => upstream(one, place))];
}

/** @see https://github.com/caddyserver/caddy modules/caddyhttp/server.go, reverseproxy/reverseproxy.go */
export const caddy = {
  tool: "caddy",
  phrases: [
    {
      has: ["http.log.error", '"msg":"no upstreams available"'],
      at: /"logger":"http\.log\.error[^"\n]{0,40}","msg":"(?:dial tcp(?: (?<dial>\[[\dA-Fa-f:]{2,45}\]:\d{1,5}|[\w.-]{1,253}:\d{1,5}))?: (?<why>[^"\\\n]{1,200})|(?<none>no upstreams available))"(?:[^\n]{0,600}?"host":"(?<at>[^"\n]{1,260})")?(?:[^\n]{0,2000}?"status":(?<status>\d{3}))?/,
      says: (found) => {
        const { group, detail } = found;
        const place = group("at") === "" ? {} : placeOfPair(group("at"));
        if (group("none") !== "") return [certain("http-answer", { status: detail.status ?? 503, ...place })];
        const [first, ...rest] = dialledBehind(found);
        return first ? [{ ...first, detail: { ...first.detail, ...place } }, ...rest] : [];
      },
    },
  ],
} as const satisfies PhraseFamily;

/** Flags of an access log. @see https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage */
function flagged({ group }: Found): Reading {
  const flags = group("flags").split(",");
  const behind = flags.includes("UF")
    ? [upstream(likely("refused"), {})]
    : flags.includes("UC") || flags.includes("UR")
      ? [upstream(certain("reset"), {})]
      : flags.includes("UT")
        ? [upstream(certain("no-answer"), {})]
        : flags.includes("UPE")
          ? [upstream(likely("other-protocol"), {})]
          : [];
  return [certain("http-answer"), ...behind];
}

export const envoy = {
  tool: "envoy",
  phrases: [
    {
      has: "upstream connect error or disconnect/reset before headers",
      at: /upstream connect error or disconnect\/reset before headers\.(?: retried and the latest)? ?reset reason: (?<reason>(?:remote )?connection failure|(?:local |remote )?connection termination|connection timeout|overflow|protocol error|remote reset)/,
      says: ({ group }) => [
        certain("http-answer", { status: 503 }),
        ...(group("reason").endsWith("connection failure") ? [upstream(likely("refused"), {})] : []),
        ...(/termination|remote reset/.test(group("reason")) ? [upstream(certain("reset"), {})] : []),
        ...(group("reason") === "connection timeout" ? [upstream(certain("no-answer"), {})] : []),
        ...(group("reason") === "protocol error" ? [upstream(likely("other-protocol"), {})] : []),
      ],
    },
    {
      has: "no healthy upstream",
      at: /(?<!\S)no healthy upstream$|\b503\b[^\n]{0,200}\bno healthy upstream\b/,
      says: [certain("http-answer", { status: 503 })],
    },
    {
      has: " upgrade_failed",
      at: /" (?<status>403) \S{1,20} upgrade_failed\b/,
      says: [certain("http-answer"), certain("proxy-no-upgrade")],
    },
    {
      has: ['" 503 U', '" 504 UT', '" 404 NR', '" 502 UPE', '" 503 NC', '" 503 LR'],
      at: /HTTP\/[\d.]{1,3}" (?<status>[45]\d\d) (?<flags>(?:UF|UC|UR|UT|UH|UO|URX|NR|NC|UPE|LR)(?:,[A-Z]{2,5}){0,4}) /,
      says: flagged,
    },
  ],
} as const satisfies PhraseFamily;
