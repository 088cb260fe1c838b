import type { Evidence } from "../session/evidence.ts";
import { ms, seconds, type Ms } from "../units/units.ts";
import type { Cause } from "./cause.ts";
import { idleGap } from "./idle.ts";
import { otherScheme } from "./probing.ts";

/** What the tool itself can change; every one can be undone by changing it back. */
export type Action =
  | { readonly do: "use-socketio"; readonly url: string; readonly path: string | null }
  | { readonly do: "use-websocket"; readonly url: string }
  | { readonly do: "use-client"; readonly version: "2" | "4" }
  | { readonly do: "use-url"; readonly url: string }
  | { readonly do: "use-namespace"; readonly namespace: string }
  | { readonly do: "use-path"; readonly path: string }
  /** Asks for an unknown namespace again and again. */
  | { readonly do: "retry-namespace"; readonly every: Ms }
  | { readonly do: "use-parser"; readonly parser: "default" | "msgpack" }
  | { readonly do: "drop-subprotocols" }
  | { readonly do: "websocket-only" }
  | { readonly do: "allow-polling" }
  | { readonly do: "drop-credentials" }
  | { readonly do: "heartbeat"; readonly every: Ms };

const LOCAL = /^(\w+:\/\/)(?:[^@/]*@)?(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0|\[::\])(?=[:/?]|$)/;
/** The same address with another spelling of this machine. */
const withLocalHost = (url: string, host: string): string => url.replace(LOCAL, (_, scheme: string) => scheme + host);

/** Often enough to be there soon after it exists. */
const NAMESPACE_EVERY = seconds(5);

const WAIT = { least: 1000, most: 60_000 } as const;

type Mend = (evidence: Evidence) => readonly Action[];

const otherSpelling: Mend = ({ url, probes }) => {
  const opened = probes.find(({ id, outcome }) => /^ip|^localhost$/.test(id) && outcome.kind === "opened");
  if (opened) return [{ do: "use-url", url: opened.url }];
  const spellings = ["127.0.0.1", "[::1]"].map((host) => withLocalHost(url, host));
  return spellings.filter((other) => other !== url).map((other) => ({ do: "use-url", url: other }));
};

const swapScheme: Mend = ({ url }) => (URL.canParse(url) ? [{ do: "use-url", url: sameWay(url) }] : []);
const useSocketIo: Mend = ({ url }) => (URL.canParse(url) ? [toSocketIo(url)] : []);
const dropSubprotocols: Mend = () => [{ do: "drop-subprotocols" }];

const otherTransport: Mend = ({ socketio }) =>
  socketio === null ? [] : [{ do: socketio.transports.join() === "websocket" ? "allow-polling" : "websocket-only" }];

const heartbeat: Mend = (evidence) => {
  const gap = idleGap(evidence);
  if (gap === null) return [];
  const every = Math.round(Math.max(WAIT.least, Math.min(WAIT.most, gap / 2)) / 500) * 500;
  return [{ do: "heartbeat", every: ms(every) }];
};

const MENDS: Partial<Readonly<Record<Cause, Mend>>> = {
  "localhost-family": otherSpelling,
  "wildcard-address": ({ url }) => [{ do: "use-url", url: withLocalHost(url, "127.0.0.1") }],
  "wrong-scheme": swapScheme,
  "mixed-content": swapScheme,
  "socketio-behind-raw": useSocketIo,
  "engineio-frames-on-raw": useSocketIo,
  "not-socketio": ({ url }) => [{ do: "use-websocket", url: url.replace(/^http/, "ws") }],
  "socketio-version": ({ socketio }) => [{ do: "use-client", version: socketio?.client === "2" ? "4" : "2" }],
  "socketio-cors": ({ socketio }) => [
    { do: "websocket-only" },
    ...(socketio?.withCredentials === true ? [{ do: "drop-credentials" } as const] : []),
  ],
  "socketio-session": () => [{ do: "websocket-only" }],
  "socketio-transport": otherTransport,
  "proxy-no-upgrade": otherTransport,
  "socketio-path": ({ socketio }) =>
    socketio !== null && socketio.path !== "/socket.io/" ? [{ do: "use-path", path: "/socket.io/" }] : [],
  "socketio-namespace": ({ socketio }) =>
    socketio !== null && socketio.namespace !== "/"
      ? [
          { do: "retry-namespace", every: NAMESPACE_EVERY },
          { do: "use-namespace", namespace: "/" },
        ]
      : [],
  "socketio-parser": ({ socketio }) =>
    socketio === null ? [] : [{ do: "use-parser", parser: socketio.parser === "msgpack" ? "default" : "msgpack" }],
  subprotocol: dropSubprotocols,
  "invalid-subprotocol": dropSubprotocols,
  "idle-timeout": heartbeat,
};

/** The one-click mends of a finding, the one that helps most first. */
export const actionsFor = (cause: Cause, evidence: Evidence): readonly Action[] => MENDS[cause]?.(evidence) ?? [];

/** Over the other scheme; without a port it moves to the usual one of that scheme. */
function sameWay(url: string): string {
  const other = otherScheme(url);
  return new URL(url).port === "" ? other.replace(/:(?:80|443)(?=[/?]|$)/, "") : other;
}

/** The same server, by Socket.IO: its path and its query go where they belong. */
export function toSocketIo(url: string): Extract<Action, { do: "use-socketio" }> {
  const { protocol, host, pathname, search } = new URL(url);
  const query = search
    .slice(1)
    .split("&")
    .filter((param) => param !== "" && !/^(?:EIO|transport|sid|t)=/.test(param))
    .join("&");
  const isPath = /\b(?:socket|engine)\.io\b/.test(pathname);
  return {
    do: "use-socketio",
    url: `${protocol.replace("ws", "http")}//${host}${query === "" ? "" : `?${query}`}`,
    path: isPath ? (pathname.endsWith("/") ? pathname : `${pathname}/`) : null,
  };
}
