import type { Outgoing } from "../profile/message.ts";
import type { Format } from "./format.ts";
import { leaveDuplicates } from "./writing/duplicates.ts";
import { indented, pyArgument, pyDict, pyJson, pyString, usesBase64, usesJson } from "./writing/python.ts";
import { startWriting } from "./writing/setup.ts";

/** A script for Python 3 on the package `python-socketio`, whose present version speaks to servers of v3 and v4. */
export const pythonSocketio = {
  id: "python-socketio",
  name: "python-socketio",
  read: null,
  write: {
    protocols: ["socketio"],
    language: "python",
    keepsVariables: false,
    write: (name, profile) => {
      const { request, opening, heartbeat, leave, written } = startWriting(name, profile, [
        "on-open-messages",
        "binary-message",
        "heartbeat",
        "reconnect",
        "connect-timeout",
      ]);
      if (request.protocol !== "socketio") return written("");
      if (request.clientVersion === "2") leave("client-version", "2");
      if (request.withCredentials) leave("with-credentials", "");
      leaveDuplicates(request.headers, leave);
      const { reconnect } = profile;
      const namespace = pyString(request.namespace);
      const query = request.query.map((pair) => `${encodeURIComponent(pair.name)}=${encodeURIComponent(pair.value)}`);
      const url = request.url + (query.length === 0 ? "" : `?${query.join("&")}`);
      const code = [
        "client = socketio.Client(",
        ...indented(1, [
          `reconnection=${reconnect.on ? "True" : "False"},`,
          ...(reconnect.on
            ? [
                `reconnection_attempts=${String(reconnect.limit ?? 0)},`,
                `reconnection_delay=${String(reconnect.first / 1000)},`,
                `reconnection_delay_max=${String(reconnect.max / 1000)},`,
              ]
            : []),
        ]),
        ")",
        "",
        "",
        // Every event has a thread of its own: one write a line keeps their lines whole.
        "def say(*parts):",
        '    print(" ".join(map(str, parts)) + "\\n", end="", flush=True)',
        "",
        "",
        `@client.on("connect", namespace=${namespace})`,
        "def connect():",
        '    say("open")',
        ...indented(
          1,
          opening.map((message) => emit(message, namespace)),
        ),
        "",
        "",
        `@client.on("*", namespace=${namespace})`,
        "def on_any(event, *args):",
        "    say(event, *args)",
        "",
        "",
        `@client.on("connect_error", namespace=${namespace})`,
        "def connect_error(*reason):",
        "    say(*reason)",
        "",
        "",
        `@client.on("disconnect", namespace=${namespace})`,
        "def disconnect(*reason):",
        '    say("closed", *reason)',
        "",
        "",
        ...(heartbeat === null
          ? []
          : [
              "def beat():",
              "    while True:",
              `        client.sleep(${String(heartbeat.every / 1000)})`,
              "        if client.connected:",
              `            ${emit(heartbeat.message, namespace)}`,
              "",
              "",
            ]),
        "client.connect(",
        ...indented(1, [
          `${pyString(url)},`,
          `socketio_path=${pyString(request.path.replace(/^\/|\/$/g, ""))},`,
          `namespaces=[${namespace}],`,
          `transports=[${request.transports.map(pyString).join(", ")}],`,
          ...(request.headers.length === 0 ? [] : [`headers=${pyDict(request.headers)},`]),
          ...(request.auth === null ? [] : [`auth=${pyJson(request.auth)},`]),
          `wait_timeout=${String(Math.ceil(profile.connectTimeout / 1000))},`,
        ]),
        ")",
        ...(heartbeat === null ? [] : ["threading.Thread(target=beat, daemon=True).start()"]),
        "client.wait()",
        "",
      ].join("\n");
      const standard = [
        ...(usesBase64(code) ? ["import base64"] : []),
        ...(usesJson(code) ? ["import json"] : []),
        ...(heartbeat === null ? [] : ["import threading"]),
      ];
      const imports = [...standard, ...(standard.length > 0 ? [""] : []), "import socketio"];
      return written(['# pip install "python-socketio[client]"', ...imports, "", code].join("\n"));
    },
  },
} as const satisfies Format;

/** A tuple is a list of arguments to the library; every event is given one. */
function emit(message: Outgoing, namespace: string): string {
  if (message.type !== "event") return "pass";
  const args = message.args.map(pyArgument);
  const tuple = args.length === 1 ? `(${args.join("")},)` : `(${args.join(", ")})`;
  const event = pyString(message.event);
  const print = `lambda *reply: say("acknowledged", ${event}, *reply)`;
  const options = [event, tuple, `namespace=${namespace}`, ...(message.ack === null ? [] : [`callback=${print}`])];
  return `client.emit(${options.join(", ")})`;
}
