import { likely, possible, type Fact } from "../finding.ts";
import { readEngineIo } from "../engineIoAnswer.ts";
import { connectErrorFact } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** 1000 ms (destroyUpgradeTimeout), and what a browser and the client add. */
const DESTROYED = { from: 950, to: 1400 } as const;

/** Socket.IO listens at another HTTP path. Over WebSocket, Engine.IO lets a foreign path hang for 1000 ms. */
export const socketioPath = {
  cause: "socketio-path",
  judge: (sight) => {
    const { evidence, engineIo } = sight;
    const { cause, lasted } = evidence.ending;
    if (evidence.protocol !== "socketio" || cause.kind !== "connect-error") return null;
    if (sight.http === "nothing" || (engineIo && engineIo.answer.kind !== "html")) return "out";
    if (cause.body !== null && readEngineIo(cause.body)?.kind === "error") return "out";
    const because: Fact[] = [connectErrorFact(cause)];
    if (cause.message === "websocket error" && lasted >= DESTROYED.from && lasted <= DESTROYED.to)
      return likely("socketio-path", [...because, { fact: "failed-after", wait: lasted }], 5);
    if (cause.status === 404) return likely("socketio-path", because, 5);
    if (sight.passed("raw-socketio")) return "out";
    return cause.status === null && /^(?:xhr poll|websocket|server) error$/.test(cause.message)
      ? possible("socketio-path", because, 50)
      : null;
  },
} as const satisfies Rule;
