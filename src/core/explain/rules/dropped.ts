import { oneOf, type Fact } from "../finding.ts";
import { isCut } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** The connection under it ended without a close frame: a process ended, a proxy gave up, the network went. */
export const dropped = {
  cause: "dropped",
  judge: (sight) => {
    if (!isCut(sight)) return null;
    const { evidence, silence } = sight;
    const because: Fact[] =
      sight.code === null ? [] : [{ fact: "closed", code: sight.code, reason: "", wasClean: false }];
    if (evidence.ending.cause.kind === "disconnect")
      because.push({ fact: "disconnect", why: evidence.ending.cause.why });
    if (evidence.protocol === "websocket") because.push({ fact: "no-error-before-close" });
    if (silence !== null) because.push({ fact: "silent-for", wait: silence });
    if (sight.httpProbe) because.push({ fact: "probe", probe: sight.httpProbe });
    // Over polling there is no code: whether the server said something before is not known.
    return oneOf("dropped", sight.code === 1006 ? "certain" : "likely", because);
  },
} as const satisfies Rule;
