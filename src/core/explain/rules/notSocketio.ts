import { likely, possible, type Fact } from "../finding.ts";
import { isEngineIoOpen } from "../engineIoAnswer.ts";
import { failedOnTheWay, firstOf } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** Something else than Socket.IO answers: a web application, a plain WebSocket server. */
export const notSocketio = {
  cause: "not-socketio",
  judge: (sight) => {
    const { evidence, engineIo, readable } = sight;
    if (evidence.protocol !== "socketio" || !failedOnTheWay(sight)) return null;
    const { cause } = evidence.ending;
    const isServerError = cause.kind === "connect-error" && cause.message === "server error";
    const raw = sight.probe("raw-socketio");
    if (raw?.outcome.kind === "opened" && !isEngineIoOpen(firstOf(raw)))
      return likely("not-socketio", [{ fact: "probe", probe: raw }], 10);
    if ((engineIo && engineIo.answer.kind !== "html") || (raw && isEngineIoOpen(firstOf(raw)))) return "out";
    if (isServerError && engineIo) return likely("not-socketio", [{ fact: "probe", probe: engineIo.probe }]);
    if (sight.http === "nothing" || sight.http === "no-answer") return "out";
    const because: Fact[] = readable ? [{ fact: "probe", probe: readable }] : [];
    return possible("not-socketio", because, isServerError ? 62 : 35);
  },
} as const satisfies Rule;
