import type { Outgoing } from "../../profile/message.ts";
import type { Profile } from "../../profile/profile.ts";
import type { ConnectRequest } from "../../profile/resolve.ts";
import type { Written } from "../format.ts";
import { jsArgument, jsCall, jsJson, jsObject, jsString } from "./javascript.ts";
import { leaveDuplicates } from "./duplicates.ts";
import { startWriting } from "./setup.ts";

type Host = "browser" | "node";
type Version = Profile["socketio"]["clientVersion"];
type Request = Extract<ConnectRequest, { protocol: "socketio" }>;

/** How the client comes in. Version 2 has no file for modules: a page takes it as a script. */
const LOAD: Readonly<Record<Host, Readonly<Record<Version, readonly string[]>>>> = {
  node: {
    "4": ["// npm install socket.io-client", 'import { io } from "socket.io-client";'],
    "2": ["// npm install socket.io-client@2", 'import io from "socket.io-client";'],
  },
  browser: {
    "4": ['const { io } = await import("https://cdn.jsdelivr.net/npm/socket.io-client@4/dist/socket.io.esm.min.js");'],
    "2": [
      "await new Promise((resolve, reject) => {",
      '  const script = document.createElement("script");',
      '  script.src = "https://cdn.jsdelivr.net/npm/socket.io-client@2/dist/socket.io.js";',
      "  script.onload = resolve;",
      "  script.onerror = reject;",
      "  document.head.append(script);",
      "});",
    ],
  },
};

/** A script that connects, sends what is sent on opening, and prints whatever comes. */
export function socketIoScript(name: string, profile: Profile, host: Host): Written {
  const { clientVersion: version } = profile.socketio;
  const { request, opening, heartbeat, leave, written } = startWriting(name, profile, [
    "on-open-messages",
    "binary-message",
    "heartbeat",
    "reconnect",
    "connect-timeout",
    ...(version === "4" ? (["ack-timeout"] as const) : []),
  ]);
  if (request.protocol !== "socketio") return written("");
  leaveDuplicates(request.query, leave);
  leaveDuplicates(request.headers, leave);
  if (version === "2" && request.withCredentials) leave("with-credentials", "");
  const beat = heartbeat === null ? null : emit(heartbeat.message, host, version, "");
  return written(
    [
      ...LOAD[host][version],
      "",
      `const socket = ${jsCall("io", [jsString(address(request))], options(request, profile))};`,
      ...(beat === null ? [] : ["let heartbeat;"]),
      "",
      'socket.on("connect", () => {',
      '  console.log("open", socket.id);',
      ...opening.map((message) => `  ${emit(message, host, version, "  ")};`),
      ...(beat === null
        ? []
        : [
            "  clearInterval(heartbeat);",
            `  heartbeat = setInterval(() => ${beat}, ${String(heartbeat?.every ?? 0)});`,
          ]),
      "});",
      ...(version === "4"
        ? ["socket.onAny((event, ...args) => console.log(event, ...args));"]
        : [
            "const { onevent } = socket;",
            "socket.onevent = (packet) => {",
            "  console.log(...packet.data);",
            "  onevent.call(socket, packet);",
            "};",
          ]),
      `socket.on("${version === "4" ? "connect_error" : "error"}", (error) => console.error(error.message ?? error));`,
      ...(version === "2" ? ['socket.on("connect_error", (error) => console.error(error.message ?? error));'] : []),
      'socket.on("disconnect", (reason) => {',
      ...(beat === null ? [] : ["  clearInterval(heartbeat);"]),
      '  console.log("closed", reason);',
      "});",
      "",
    ].join("\n"),
  );
}

/** The path of the address that `io` takes is the namespace. */
const address = ({ url, namespace }: Request): string => url + (namespace === "/" ? "" : encodeNamespace(namespace));

/** `io` cuts an address at `?` and `#`, and takes the rest as it is. */
const encodeNamespace = (namespace: string): string => namespace.replace(/[?#]/g, encodeURIComponent);

function options(request: Request, { reconnect, connectTimeout }: Profile): readonly string[] {
  const { path, query, auth, transports, headers, withCredentials, clientVersion } = request;
  return [
    `path: ${jsString(path)}`,
    ...(query.length === 0 ? [] : [`query: ${jsObject(query)}`]),
    ...(auth === null ? [] : [`auth: ${jsJson(auth, "  ")}`]),
    `transports: [${transports.map(jsString).join(", ")}]`,
    ...(headers.length === 0 ? [] : [`extraHeaders: ${jsObject(headers)}`]),
    ...(withCredentials && clientVersion === "4" ? ["withCredentials: true"] : []),
    `timeout: ${String(connectTimeout)}`,
    `reconnection: ${String(reconnect.on)}`,
    ...(reconnect.on
      ? [
          `reconnectionDelay: ${String(reconnect.first)}`,
          `reconnectionDelayMax: ${String(reconnect.max)}`,
          ...(reconnect.limit === null ? [] : [`reconnectionAttempts: ${String(reconnect.limit)}`]),
        ]
      : []),
  ];
}

function emit(message: Outgoing, host: Host, version: Version, indent: string): string {
  if (message.type !== "event") return "";
  const args = [jsString(message.event), ...message.args.map((payload) => jsArgument(payload, host, indent))];
  if (message.ack === null) return `socket.emit(${args.join(", ")})`;
  const label = `"acknowledged", ${jsString(message.event)}`;
  if (version === "2") return `socket.emit(${args.join(", ")}, (...reply) => console.log(${label}, ...reply))`;
  const print = `(error, ...reply) => console.log(${label}, ...(error ? [error.message] : reply))`;
  return `socket.timeout(${String(message.ack)}).emit(${args.join(", ")}, ${print})`;
}
