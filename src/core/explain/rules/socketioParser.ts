import { likely } from "../finding.ts";
import type { Rule } from "../rule.ts";

/** The two sides encode packets differently: default and MessagePack. */
export const socketioParser = {
  cause: "socketio-parser",
  judge: ({ evidence }) => {
    const { cause, opened } = evidence.ending;
    if (evidence.protocol !== "socketio" || cause.kind !== "disconnect") return null;
    if (cause.why === "parse error") return likely("socketio-parser", [{ fact: "disconnect", why: cause.why }]);
    // The transport opened, and was closed before the server took the CONNECT packet.
    return !opened && cause.why === "transport close"
      ? likely("socketio-parser", [{ fact: "disconnect", why: cause.why }])
      : null;
  },
} as const satisfies Rule;
