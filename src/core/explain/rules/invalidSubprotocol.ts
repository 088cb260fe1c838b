import { certain, likely, type Fact } from "../finding.ts";
import { isSocketUrl } from "../../csp/network.ts";
import { badSubprotocol } from "../subprotocols.ts";
import type { Rule } from "../rule.ts";

/** `new WebSocket()` refuses a subprotocol: it is no token, or stands there twice. @see RFC 6455 §4.1 */
export const invalidSubprotocol = {
  cause: "invalid-subprotocol",
  judge: ({ evidence }) => {
    const { cause } = evidence.ending;
    if (cause.kind !== "exception") return null;
    if (cause.name !== "SyntaxError" || (!isSocketUrl(evidence.url) && !/subprotocol/i.test(cause.message)))
      return "out";
    const subprotocol = badSubprotocol(evidence.subprotocols);
    const because: Fact[] = subprotocol === null ? [] : [{ fact: "bad-subprotocol", subprotocol }];
    because.push({ fact: "exception", name: cause.name, message: cause.message });
    const isNamed = subprotocol !== null || /subprotocol/i.test(cause.message);
    return isNamed ? certain("invalid-subprotocol", because) : likely("invalid-subprotocol", because);
  },
} as const satisfies Rule;
