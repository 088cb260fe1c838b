import { certain, likely, possible, type Fact } from "../finding.ts";
import { readEngineIo, type EngineIoAnswer } from "../engineIoAnswer.ts";
import { connectErrorFact } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** Client and server speak different versions of Engine.IO's protocol. */
export const socketioVersion = {
  cause: "socketio-version",
  judge: (sight) => {
    const { evidence, engineIo } = sight;
    const { cause } = evidence.ending;
    if (evidence.protocol !== "socketio" || cause.kind !== "connect-error") return null;
    const because: Fact[] = [connectErrorFact(cause)];
    if (cause.message.includes("reach a Socket.IO server in v2.x")) return certain("socketio-version", because);
    const body = cause.body === null ? null : readEngineIo(cause.body);
    if (body?.kind === "error" && body.code === 5) return certain("socketio-version", because);
    if (engineIo && isOther(engineIo.answer, evidence.socketio?.client ?? "4"))
      return certain("socketio-version", [...because, { fact: "probe", probe: engineIo.probe }]);
    // Code 400 and its body stay hidden from a client of version 2 that asks with cookies.
    if (evidence.socketio?.client === "2" && engineIo?.answer.kind === "open" && engineIo.answer.server === "3+")
      return likely("socketio-version", [...because, { fact: "probe", probe: engineIo.probe }], 8);
    if (engineIo) return "out";
    return cause.message === "server error" ? possible("socketio-version", because, 60) : null;
  },
} as const satisfies Rule;

/** Code 5 answers a client of version 2 that the server does not take in. */
function isOther(answer: EngineIoAnswer, client: string): boolean {
  if (answer.kind === "error") return answer.code === 5;
  return answer.kind === "open" && client !== "2" && answer.server === "2";
}
