import { likely, possible, type Fact } from "../finding.ts";
import { isCut } from "../failure.ts";
import { idleGap, isSameGap } from "../idle.ts";
import { limitsNear } from "../idleTimeouts.ts";
import { seconds } from "../../units/units.ts";
import type { Rule } from "../rule.ts";

/** Shorter gaps are met by chance. */
const LONG = seconds(25);

/** A proxy cuts what is silent for too long: the time since the last frame, again and again the same. */
export const idleTimeout = {
  cause: "idle-timeout",
  judge: (sight) => {
    const wait = idleGap(sight.evidence);
    if (wait === null || !isCut(sight)) return null;
    // A process that was ended answers no HTTP any more.
    if (sight.http === "nothing") return "out";
    const times = sight.evidence.earlier.filter(
      ({ opened, code, silence }) =>
        opened && (code === 1006 || code === null) && silence !== null && isSameGap(silence, wait),
    ).length;
    const because: Fact[] = [{ fact: "silent-for", wait }];
    if (times > 0) because.push({ fact: "repeated", times: times + 1, wait });
    if (sight.httpProbe) because.push({ fact: "probe", probe: sight.httpProbe });
    const fits = limitsNear(wait / 1000).length > 0;
    if (times >= 2 || (times === 1 && fits) || (fits && wait >= LONG)) return likely("idle-timeout", because, 10);
    return possible("idle-timeout", because, fits || times === 1 || wait >= LONG ? 50 : 20);
  },
} as const satisfies Rule;
