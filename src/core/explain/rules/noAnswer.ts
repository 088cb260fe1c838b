import { certain, likely, possible, type Fact } from "../finding.ts";
import { failedOnTheWay, isGivenUp } from "../failure.ts";
import { seconds } from "../../units/units.ts";
import type { Rule } from "../rule.ts";

/** network.websocket.timeout.open in Firefox is 20 s, less what its clock may be off. */
const FIREFOX_PATIENCE = seconds(19.5);
/** Less may be a server that is merely slow. */
const PATIENT = seconds(3);

/** It stays open-ended: packets dropped, a process that hangs, half a handshake. */
export const noAnswer = {
  cause: "no-answer",
  judge: (sight) => {
    if (!failedOnTheWay(sight)) return null;
    const { evidence, http } = sight;
    const { lasted } = evidence.ending;
    // The raw socket of Engine.IO answered: it is the client that got no answer of its own kind.
    if (sight.passed("raw-socketio")) return "out";
    const isLong = isGivenUp(sight) || (sight.engine === "firefox" && lasted >= FIREFOX_PATIENCE);
    if (!isLong && (http !== "no-answer" || sight.spoke)) return "out";
    const because: Fact[] = isLong
      ? [{ fact: "no-answer-in", wait: lasted }]
      : [{ fact: "failed-after", wait: lasted }];
    if (sight.httpProbe) because.push({ fact: "probe", probe: sight.httpProbe });
    const mayAsk = sight.network !== null && evidence.permissions[sight.network] !== "granted";
    const { engine } = sight;
    // Firefox makes an address that failed before wait, for longer every time.
    const isThrottled = engine === "firefox" && (evidence.retry > 0 || evidence.earlier.some(({ opened }) => !opened));
    // Socket.IO's transport may have answered, and something behind it not.
    const isSilent = evidence.protocol === "websocket" ? http !== "nothing" : http === "no-answer";
    if (isLong && !mayAsk && !isThrottled && isSilent && lasted >= PATIENT) return certain("no-answer", because);
    return isLong ? likely("no-answer", because) : possible("no-answer", because, 30);
  },
} as const satisfies Rule;
