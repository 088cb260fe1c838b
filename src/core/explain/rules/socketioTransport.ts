import { certain, likely, possible } from "../finding.ts";
import { isEngineIoOpen, readEngineIo } from "../engineIoAnswer.ts";
import { connectErrorFact, firstOf } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** The server has the transport switched off that the client asks for. */
export const socketioTransport = {
  cause: "socketio-transport",
  judge: ({ evidence, engineIo, probe }) => {
    const { cause, opened, asked } = evidence.ending;
    if (evidence.protocol !== "socketio" || opened || asked) return null;
    const isOnlySocket = evidence.socketio?.transports.join() === "websocket";
    const offered = engineIo?.answer.kind === "open" ? engineIo.answer.upgrades : null;
    if (isOnlySocket && engineIo && offered && !offered.includes("websocket"))
      return likely("socketio-transport", [{ fact: "probe", probe: engineIo.probe }], 12);
    if (cause.kind !== "connect-error") return null;
    const body = cause.body === null ? null : readEngineIo(cause.body);
    if (body?.kind === "error" && body.code === 0) return certain("socketio-transport", [connectErrorFact(cause)]);
    const isHidden = cause.message === "xhr poll error" && cause.status === null && engineIo === null;
    const raw = probe("raw-socketio");
    return isHidden && raw && isEngineIoOpen(firstOf(raw))
      ? possible("socketio-transport", [{ fact: "probe", probe: raw }], 30)
      : "out";
  },
} as const satisfies Rule;
