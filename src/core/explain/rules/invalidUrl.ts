import { certain } from "../finding.ts";
import { isSocketUrl } from "../../csp/network.ts";
import type { Rule } from "../rule.ts";

/** `new WebSocket()` refuses the address. Copy this file to add a rule. @see https://websockets.spec.whatwg.org/#dom-websocket-websocket */
export const invalidUrl = {
  cause: "invalid-url",
  judge: ({ evidence }) => {
    const { cause } = evidence.ending;
    if (cause.kind !== "exception") return null;
    if (cause.name !== "SyntaxError" || /subprotocol/i.test(cause.message)) return "out";
    if (isSocketUrl(evidence.url)) return "out";
    return certain("invalid-url", [{ fact: "exception", name: cause.name, message: cause.message }]);
  },
} as const satisfies Rule;
