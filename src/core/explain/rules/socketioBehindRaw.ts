import { certain, likely, type Fact } from "../finding.ts";
import { isEngineIoOpen } from "../engineIoAnswer.ts";
import { firstOf } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** 1000 ms and what a browser adds: measured 1.00 to 1.16 s, and more on a busy machine. */
const DESTROYED = { from: 950, to: 1300, toBusy: 2500 } as const;

/** A raw WebSocket to a Socket.IO server. Engine.IO ends upgrades to foreign paths after 1000 ms (destroyUpgradeTimeout). */
export const socketioBehindRaw = {
  cause: "socketio-behind-raw",
  judge: (sight) => {
    const { evidence, stage, engineIo, url } = sight;
    if (evidence.protocol !== "websocket" || stage === "never-made" || stage === "blocked") return null;
    if (stage === "opened") {
      if (!isEngineIoOpen(evidence.first) || evidence.ending.asked) return null;
      const frame: Fact[] = [{ fact: "first-frame", text: evidence.first ?? "" }];
      // Engine.IO ends what it does not understand without a code; another end may have another reason.
      return sight.code === 1005 ? certain("socketio-behind-raw", frame) : likely("socketio-behind-raw", frame, -5);
    }
    // Who asks for Engine.IO over WebSocket by its own parameters means it, and is let down by something else.
    if (url !== null && /[?&]EIO=/.test(url.search) && url.search.includes("transport=websocket")) return "out";
    const raw = sight.probe("raw-socketio");
    const isRaw = isEngineIoOpen(firstOf(raw));
    const { lasted } = evidence.ending;
    const isSeen = (engineIo !== null && engineIo.answer.kind !== "html") || isRaw;
    const isTimed = lasted >= DESTROYED.from && lasted <= (isSeen ? DESTROYED.toBusy : DESTROYED.to);
    const path = url?.pathname ?? "";
    const isItsPath = /\/(?:socket|engine)\.io\b/.test(path);
    const because: Fact[] = [];
    if (isTimed) because.push({ fact: "failed-after", wait: lasted });
    if (isItsPath) because.push({ fact: "path", path });
    if (engineIo && isSeen) because.push({ fact: "probe", probe: engineIo.probe });
    if (raw && isRaw) because.push({ fact: "probe", probe: raw });
    const isExact = lasted <= DESTROYED.to && !(sight.engine === "firefox" && evidence.earlier.length > 0);
    if (isSeen && ((isTimed && isExact) || isItsPath)) return certain("socketio-behind-raw", because);
    // Nothing at all answers HTTP: then neither does Engine.IO, unless its server has no other handler.
    if (!isSeen && sight.http === "nothing") return "out";
    return isSeen || isTimed || isItsPath ? likely("socketio-behind-raw", because, isSeen ? 10 : 0) : "out";
  },
} as const satisfies Rule;
