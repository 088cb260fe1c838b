import type { SocketIoOptions } from "../../core/profile/profile.ts";
import type { ProtocolId } from "../../core/protocols/index.ts";
import type { Messages } from "../../i18n/index.ts";

/** A server that can be tried with one click. A URL that begins with a slash is on our own server. */
export interface SampleServer {
  readonly id: keyof Messages["start"]["servers"];
  readonly group: "websocket" | "faults" | "socketio" | "public";
  readonly protocol: ProtocolId;
  readonly url: string;
  readonly shown: string;
  readonly socketio?: Partial<SocketIoOptions>;
}

const raw = (id: SampleServer["id"], group: SampleServer["group"], url: string): SampleServer => ({
  id,
  group,
  protocol: "websocket",
  url,
  shown: url,
});

const io = (id: SampleServer["id"], path: string, namespace: string): SampleServer => ({
  id,
  group: "socketio",
  protocol: "socketio",
  url: "/",
  shown: namespace === "/" ? path : `${path}, ${namespace}`,
  socketio: { path, namespace, auth: namespace === "/admin" ? '{"token": "playground"}' : "" },
});

export const PLAYGROUND: readonly SampleServer[] = [
  raw("echo", "websocket", "/playground/echo"),
  raw("clock", "websocket", "/playground/clock"),
  raw("flood", "websocket", "/playground/flood?n=100000"),
  {
    ...raw("close", "faults", "/playground/close?code=4401&reason=token%20expired&after=1000"),
    shown: "/playground/close?code=4401",
  },
  raw("refuse", "faults", "/playground/refuse?status=403"),
  raw("hang", "faults", "/playground/hang"),
  raw("drop", "faults", "/playground/drop?after=2000"),
  raw("bad", "faults", "/playground/bad?frame=utf8"),
  raw("idle", "faults", "/playground/idle?after=10000"),
  io("io", "/playground/socket.io/", "/"),
  io("chat", "/playground/socket.io/", "/chat"),
  io("admin", "/playground/socket.io/", "/admin"),
  io("v2", "/playground/socket.io-v2/", "/"),
];

/** Run by others, offered where our own server brings no playground. */
export const PUBLIC_SERVERS: readonly SampleServer[] = [
  { ...raw("publicEcho", "public", "wss://echo.websocket.org/"), shown: "wss://echo.websocket.org/" },
  { ...raw("publicPostman", "public", "wss://ws.postman-echo.com/raw"), shown: "wss://ws.postman-echo.com/raw" },
];
