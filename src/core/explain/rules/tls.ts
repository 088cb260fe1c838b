import { certain, likely, possible, type Fact } from "../finding.ts";
import { mayBeUnreachable } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** The certificate is not trusted, or no TLS is spoken. Firefox alone says so: close code 1015. */
export const tls = {
  cause: "tls",
  judge: (sight) => {
    const { isSecure, engine, code } = sight;
    const may = mayBeUnreachable(sight);
    if (may === null) return null;
    if (!isSecure || !may) return "out";
    const other = sight.probe("other-scheme");
    if (engine === "firefox" && code === 1015) {
      const because: Fact[] = [{ fact: "closed", code, reason: "", wasClean: sight.wasClean }];
      if (other?.outcome.kind !== "rejected") return likely("tls", because);
      return certain("tls", [...because, { fact: "probe", probe: other }]);
    }
    const socket = sight.probe("other-scheme-socket");
    // A plain answer on the port, and no plain WebSocket: that is how TLS servers turn plain requests away.
    if (other?.outcome.kind === "answered" && socket && socket.outcome.kind !== "opened" && engine !== "firefox")
      return likely("tls", [
        { fact: "probe", probe: other },
        { fact: "probe", probe: socket },
      ]);
    // Firefox tells a raw WebSocket's TLS failure; of Socket.IO's polling it tells nothing.
    if (engine === "firefox" && sight.evidence.protocol === "websocket") return "out";
    return possible("tls", other ? [{ fact: "probe", probe: other }] : [], sight.isLocal ? 58 : 62);
  },
} as const satisfies Rule;
