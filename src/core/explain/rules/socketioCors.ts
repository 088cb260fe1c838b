import { certain, likely, possible, type Fact } from "../finding.ts";
import { isEngineIoOpen } from "../engineIoAnswer.ts";
import { connectErrorFact, firstOf } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** What python-engineio says to an origin that it was not told of. */
const PYTHON = "is not an accepted origin";

/** CORS stops polling, not WebSocket. `origin: ["*"]` compares literally and lets nobody in. */
export const socketioCors = {
  cause: "socketio-cors",
  judge: (sight) => {
    const { evidence, engineIo } = sight;
    const { cause } = evidence.ending;
    if (evidence.protocol !== "socketio" || cause.kind !== "connect-error") return null;
    if (cause.message !== "xhr poll error") return "out";
    const because: Fact[] = [connectErrorFact(cause)];
    if (cause.body?.includes(PYTHON) === true) return certain("socketio-cors", because);
    if (cause.status !== null || sight.http === "nothing" || sight.http === "no-answer") return "out";
    if (engineIo) {
      because.push({ fact: "probe", probe: engineIo.probe });
      if (engineIo.answer.kind === "error" && engineIo.answer.message.includes(PYTHON))
        return certain("socketio-cors", because);
      const setup = evidence.socketio;
      const isStrict = setup !== null && (setup.withCredentials || setup.headers.length > 0);
      return isStrict && engineIo.answer.kind === "open"
        ? likely("socketio-cors", [...because, { fact: "credentials" }], 10)
        : "out";
    }
    const raw = sight.probe("raw-socketio");
    // A server that is websocket only, without CORS, answers polling with an error that stays hidden: the same to a page.
    if (raw && isEngineIoOpen(firstOf(raw)))
      return likely("socketio-cors", [...because, { fact: "probe", probe: raw }], 10);
    // python-engineio asks a WebSocket for its origin, too, and a server without WebSocket opens none.
    return possible("socketio-cors", because, raw ? 40 : 60);
  },
} as const satisfies Rule;
