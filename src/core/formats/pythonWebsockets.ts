import type { Format } from "./format.ts";
import { indented, pyFrame, pyString, usesBase64 } from "./writing/python.ts";
import { startWriting } from "./writing/setup.ts";

/** A script for Python 3 on the package `websockets`. */
export const pythonWebsockets = {
  id: "python-websockets",
  name: "Python websockets",
  read: null,
  write: {
    protocols: ["websocket"],
    language: "python",
    keepsVariables: false,
    write: (name, profile) => {
      const { request, opening, heartbeat, written } = startWriting(name, profile, [
        "on-open-messages",
        "binary-message",
        "heartbeat",
        "connect-timeout",
      ]);
      if (request.protocol !== "websocket") return written("");
      const { url, subprotocols } = request;
      const sends = opening.flatMap((message) => (message.type === "frame" ? [pyFrame(message.payload)] : []));
      const beat = heartbeat?.message.type === "frame" ? pyFrame(heartbeat.message.payload) : null;
      const offered = subprotocols.length === 0 ? [] : [`subprotocols=[${subprotocols.map(pyString).join(", ")}],`];
      const body = [
        "async def main():",
        ...indented(1, [
          "async with websockets.connect(",
          ...indented(1, [`${pyString(url)},`, ...offered, `open_timeout=${String(profile.connectTimeout / 1000)},`]),
          ") as socket:",
        ]),
        ...indented(2, [
          'print("open", socket.subprotocol, flush=True)',
          ...sends.map((payload) => `await socket.send(${payload})`),
          ...(beat === null ? [] : ["heartbeat = asyncio.create_task(beat(socket))"]),
          "try:",
          "    async for message in socket:",
          "        print(message, flush=True)",
          "except websockets.ConnectionClosedError:",
          "    pass",
          ...(beat === null ? [] : ["heartbeat.cancel()"]),
          'print("closed", socket.close_code, socket.close_reason, flush=True)',
        ]),
      ];
      const beats =
        beat === null
          ? []
          : [
              "async def beat(socket):",
              "    while True:",
              `        await asyncio.sleep(${String((heartbeat?.every ?? 0) / 1000)})`,
              `        await socket.send(${beat})`,
              "",
              "",
            ];
      const code = [...beats, ...body, "", "", "asyncio.run(main())", ""].join("\n");
      const imports = ["import asyncio", ...(usesBase64(code) ? ["import base64"] : []), "", "import websockets"];
      return written(["# pip install websockets", ...imports, "", "", code].join("\n"));
    },
  },
} as const satisfies Format;
