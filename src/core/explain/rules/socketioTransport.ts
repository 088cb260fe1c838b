import { certain, likely } from "../finding.ts";
import { readEngineIo } from "../engineIoAnswer.ts";
import { connectErrorFact } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** The server has the transport switched off that the client asks for. */
export const socketioTransport = {
  cause: "socketio-transport",
  judge: ({ evidence, engineIo }) => {
    const { cause, opened, asked } = evidence.ending;
    if (evidence.protocol !== "socketio" || opened || asked) return null;
    const isOnlySocket = evidence.socketio?.transports.join() === "websocket";
    const offered = engineIo?.answer.kind === "open" ? engineIo.answer.upgrades : null;
    if (isOnlySocket && engineIo && offered && !offered.includes("websocket"))
      return likely("socketio-transport", [{ fact: "probe", probe: engineIo.probe }], 12);
    if (cause.kind !== "connect-error") return null;
    const body = cause.body === null ? null : readEngineIo(cause.body);
    if (body?.kind === "error" && body.code === 0) return certain("socketio-transport", [connectErrorFact(cause)]);
    return "out";
  },
} as const satisfies Rule;
