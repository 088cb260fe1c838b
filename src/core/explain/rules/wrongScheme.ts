import { certain, likely, possible, type Fact } from "../finding.ts";
import { failedOnTheWay } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** wss to a port without TLS, or ws to one with it: the other scheme gets the answer. */
export const wrongScheme = {
  cause: "wrong-scheme",
  judge: (sight) => {
    if (!failedOnTheWay(sight)) return null;
    const other = sight.probe("other-scheme");
    const socket = sight.probe("other-scheme-socket");
    if (other?.outcome.kind === "answered") {
      const because: Fact[] = [other, ...(socket ? [socket] : [])].map((probe) => ({ fact: "probe", probe }));
      if (socket?.outcome.kind === "opened") return certain("wrong-scheme", because);
      // nginx, Go and others answer plain HTTP on their TLS port, too, and Firefox takes garbage for HTTP.
      if (sight.isSecure) return socket ? possible("wrong-scheme", because, 40) : likely("wrong-scheme", because);
      return sight.http === "nothing" ? certain("wrong-scheme", because) : likely("wrong-scheme", because);
    }
    if (other || sight.http === "answered" || sight.http === "no-answer" || sight.spoke) return "out";
    return possible("wrong-scheme", [], sight.isSecure ? 45 : 30);
  },
} as const satisfies Rule;
