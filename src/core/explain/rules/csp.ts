import { certain, likely, type Fact } from "../finding.ts";
import { isAbout } from "../violation.ts";
import type { Rule } from "../rule.ts";

/** `WebSocket.CLOSED`, at once and before any event. */
const CLOSED = 3;

/** A Content Security Policy stopped it. Chromium then fires `error` and never `close`; Firefox and WebKit throw. */
export const csp = {
  cause: "csp",
  judge: ({ stage, engine, foreseen, evidence }) => {
    if (stage === "opened") return null;
    const violation = evidence.violations.find(
      (one) => one.disposition === "enforce" && isAbout(one.blocked, evidence),
    );
    if (violation)
      return certain("csp", [{ fact: "violation", directive: violation.directive, policy: violation.policy }]);
    const { cause } = evidence.ending;
    if (cause.kind === "exception") {
      const because: Fact[] = [{ fact: "exception", name: cause.name, message: cause.message }];
      // A violation follows within 7 ms; without one it may have been an extension.
      if (cause.name === "NS_ERROR_CONTENT_BLOCKED") return likely("csp", because);
      return cause.name === "SecurityError" && engine === "webkit" ? certain("csp", because) : "out";
    }
    if (stage !== "blocked" || foreseen !== null) return "out";
    const because: Fact[] = [{ fact: "no-close-event" }];
    return engine === "chromium" && evidence.readyState === CLOSED ? certain("csp", because) : likely("csp", because);
  },
} as const satisfies Rule;
