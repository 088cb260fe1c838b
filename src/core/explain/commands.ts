import { hostKind, isLiteral } from "../units/host.ts";
import { shellQuote } from "../units/shellQuote.ts";
import type { Cause } from "./cause.ts";
import { bracketed, handshake, httpBase, isLocal, isWukong, printable, wsBase } from "./recipes/values.ts";
import type { Target } from "./target.ts";

/** One for the user's own terminal: the exact line, or several with backslashes. */
export interface Command {
  readonly id: CommandId;
  readonly text: string;
}

/** The key of RFC 6455 §1.3, whose answer is known: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= */
const SAMPLE_KEY = "dGhlIHNhbXBsZSBub25jZQ==";

/** More than one part stand in lines of their own. */
const lines = (program: string, parts: readonly string[]): string =>
  [program, ...parts].join(parts.length > 1 ? " \\\n  " : " ");
const curl = (flags: string, headers: readonly string[], url: string): string =>
  lines(
    // curl takes [1-3] and {a,b} in a path for a pattern, unless it is told not to.
    /[[\]{}]/.test(url.replace(/^\w+:\/\/[^/]*/, "")) ? `${flags} --globoff` : flags,
    [...headers.map((header) => `-H ${shellQuote(header)}`), shellQuote(url)],
  );

const originHeader = ({ origin, headers }: Target): readonly string[] => [
  ...(origin === "" ? [] : [`Origin: ${origin}`]),
  ...headers.map(({ name, value }) => `${name}: ${value}`),
];
const socketPath = (target: Target): string =>
  target.protocol === "socketio" ? handshake(target, "websocket") : target.path;
const socketUrl = (target: Target): string => wsBase(target) + socketPath(target);

function upgrade(target: Target, flags = ""): string {
  const { subprotocols } = target;
  const headers = [
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    `Sec-WebSocket-Key: ${SAMPLE_KEY}`,
    ...(subprotocols.length === 0 ? [] : [`Sec-WebSocket-Protocol: ${subprotocols.join(", ")}`]),
    ...originHeader(target),
  ];
  return curl(`curl${flags} -sv -m 5 --http1.1`, headers, httpBase(target) + socketPath(target));
}

/** @returns the target over one family: a loopback or wildcard address becomes that family's loopback address */
function overFamily(target: Target, family: 4 | 6): Target {
  const isWild = ["loopback", "wildcard"].includes(hostKind(target.host));
  return isWild ? { ...target, host: family === 4 ? "127.0.0.1" : "::1" } : target;
}

const polling = (target: Target, version: 3 | 4): string =>
  curl("curl -si -m 5", originHeader(target), httpBase(target) + handshake(target, "polling", version));

/** Says four times the same to one session: "ok" each time, unless another server answers, which does not know it. */
function session(target: Target): string {
  const url = shellQuote(httpBase(target) + handshake(target, "polling"));
  return [
    `url=${url}`,
    `sid=$(curl -gs -m 5 "$url" | sed -n 's/.*"sid":"\\([^"]*\\)".*/\\1/p')`,
    `for n in 1 2 3 4; do`,
    `  curl -gs -m 5 -H 'Content-Type: text/plain' -d 3 "$url&sid=$sid"; echo`,
    `done`,
  ].join("\n");
}

const wscat = (target: Target, flags: readonly string[] = []): string =>
  lines(`npx wscat -c ${shellQuote(socketUrl(target))}`, [
    ...target.subprotocols.map((name) => `-s ${shellQuote(name)}`),
    ...(target.origin === "" ? [] : [`-o ${shellQuote(target.origin)}`]),
    ...flags,
  ]);

const join = ({ namespace }: Target): string => (namespace === null || namespace === "/" ? "40" : `40${namespace},`);

function openssl({ host, port }: Target): string {
  const name = isLiteral(host) ? "" : ` -servername ${shellQuote(host)}`;
  return `openssl s_client -connect ${shellQuote(`${bracketed(host)}:${String(port)}`)}${name} </dev/null`;
}

/** null: nothing that this command could ask. Names that begin with "-" would be options. */
const lookup = (program: string, { host }: Target): string | null =>
  isLiteral(host) || host.startsWith("-") ? null : `${program} ${shellQuote(host)}`;

const routeOf = (target: Target): string => {
  const { host } = overFamily(target, 4);
  return curl("curl -s -m 5", [], `http://${bracketed(host)}:5001/route?uid=u1`);
};

const COMMANDS = {
  "curl-upgrade": (target) => upgrade(target),
  "curl-upgrade-v4": (target) =>
    target.host.includes(":") && !isLocal(target) ? null : upgrade(overFamily(target, 4), " -4"),
  "curl-upgrade-v6": (target) =>
    /^[\d.]+$/.test(target.host) && !isLocal(target) ? null : upgrade(overFamily(target, 6), " -6"),
  "curl-get": (target) => curl("curl -sSi -m 5", originHeader(target), httpBase(target) + socketPath(target)),
  "curl-other-scheme": (target) => {
    const { host, port, isSecure } = target;
    return curl(
      "curl -sSi -m 5",
      [],
      `${isSecure ? "http" : "https"}://${bracketed(host)}:${String(port)}${socketPath(target)}`,
    );
  },
  "curl-polling": (target) => polling(target, 4),
  "curl-polling-v3": (target) => polling(target, 3),
  "curl-session": session,
  "curl-policy": ({ origin }) =>
    /^https?:/.test(origin) ? `curl -sSI -m 5 ${shellQuote(`${origin}/`)} | grep -i '^content-security-policy'` : null,
  "curl-route": routeOf,
  wscat: (target) => wscat(target),
  "wscat-namespace": (target) => wscat(target, [`-x ${shellQuote(join(target))}`, "-w 3"]),
  "wscat-ping": (target) => wscat(target, ["-P"]),
  openssl,
  dns: (target) => lookup("nslookup", target),
  hosts: (target) => lookup("getent ahosts", target),
  "listen-linux": ({ port }) => `ss -ltnp 'sport = :${String(port)}'`,
  "listen-mac": ({ port }) => `lsof -nP -iTCP:${String(port)} -sTCP:LISTEN`,
  "listen-windows": ({ port }) => `netstat -ano | findstr :${String(port)}`,
} satisfies Record<string, (target: Target) => string | null>;

export type CommandId = keyof typeof COMMANDS;

/** The same question on three systems. */
const LISTEN: readonly CommandId[] = ["listen-linux", "listen-mac", "listen-windows"];

/** The most deciding first. */
const BY_CAUSE: Readonly<Record<Cause, readonly CommandId[] | ((target: Target) => readonly CommandId[])>> = {
  "invalid-url": [],
  "invalid-subprotocol": [],
  "blocked-port": ["curl-upgrade", "wscat"],
  "mixed-content": ["openssl", "curl-upgrade"],
  csp: ["curl-policy"],
  "csp-upgrade": ["curl-policy", "openssl"],
  "local-network-access": ["curl-upgrade", ...LISTEN],
  offline: [],
  "too-many-sockets": [],
  unreachable: (target) =>
    isLocal(target)
      ? ["curl-upgrade", ...LISTEN]
      : ["curl-upgrade", ...secure(target, "openssl"), "dns", "listen-linux"],
  refused: ["curl-upgrade", ...LISTEN],
  dns: ["dns", "hosts"],
  reset: ["curl-upgrade", "curl-other-scheme", ...LISTEN],
  "other-protocol": ["curl-upgrade", ...LISTEN],
  tls: ["openssl", "curl-upgrade"],
  "localhost-family": ["curl-upgrade-v4", "curl-upgrade-v6", ...LISTEN],
  "wildcard-address": (target) => ["curl-upgrade-v4", ...ifWukong(target), ...LISTEN],
  "loopback-address": (target) => [...ifWukong(target), ...LISTEN],
  "no-answer": ["curl-upgrade", "curl-get", "dns"],
  "wrong-scheme": ["curl-other-scheme", "openssl"],
  recovered: [],
  "http-answer": ["curl-upgrade", "curl-get", "curl-polling"],
  "http-refused": ["curl-upgrade", "curl-get"],
  "process-ended": LISTEN,
  "network-lost": ["wscat-ping"],
  "proxy-no-upgrade": ["curl-upgrade", "curl-get"],
  subprotocol: ["curl-upgrade", "wscat"],
  "bad-handshake": ["curl-upgrade", "wscat"],
  "socketio-behind-raw": ["curl-polling", "curl-upgrade"],
  "not-socketio": ["curl-polling", "curl-get"],
  "socketio-version": ["curl-polling", "curl-polling-v3"],
  "socketio-cors": ["curl-polling", "curl-upgrade"],
  "socketio-path": ["curl-polling", "curl-get"],
  "socketio-namespace": ["wscat-namespace", "curl-polling"],
  "socketio-auth": ["curl-polling", "wscat-namespace"],
  "socketio-transport": ["curl-polling", "curl-upgrade"],
  "socketio-session": ["curl-session", "curl-upgrade"],
  "socketio-parser": ["wscat-namespace"],
  "close-code": ["wscat"],
  "idle-timeout": ["wscat-ping"],
  "heartbeat-timeout": ["wscat-ping"],
  dropped: ["curl-upgrade", "wscat-ping"],
  "protocol-violation": ["wscat", "curl-upgrade"],
  "auth-after-open": ["wscat"],
  "message-rejected": [],
  "payload-too-big": [],
  "server-disconnect": [],
  replaced: [],
  "client-closed": [],
  setup: [],
  "not-loaded": [],
  "polling-only": ["curl-upgrade"],
  "upgraded-to-wss": ["curl-policy", "openssl"],
  "engineio-frames-on-raw": ["curl-polling"],
  silent: [],
};

const secure = ({ isSecure }: Target, id: CommandId): readonly CommandId[] => (isSecure ? [id] : []);
const ifWukong = (target: Target): readonly CommandId[] => (isWukong(target) ? ["curl-route"] : []);

/** @returns what the user can run to know for certain, for POSIX sh, filled with the target; empty where nothing helps */
export function commandsFor(cause: Cause, target: Target): readonly Command[] {
  const given = printable(target);
  const ids = BY_CAUSE[cause];
  return (typeof ids === "function" ? ids(given) : ids).flatMap((id) => {
    const text = COMMANDS[id](given);
    return text === null ? [] : [{ id, text }];
  });
}
