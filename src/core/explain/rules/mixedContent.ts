import { certain, likely, type Fact } from "../finding.ts";
import type { Rule } from "../rule.ts";

/** A page over HTTPS may not open `ws:`; each engine has exceptions of its own. */
export const mixedContent = {
  cause: "mixed-content",
  judge: ({ stage, engine, foreseen, evidence, code }) => {
    const { cause } = evidence.ending;
    if (stage === "opened") return null;
    const isThrown = cause.kind === "exception" && cause.name === "SecurityError";
    const because: Fact[] = [{ fact: "mixed", origin: evidence.page.origin, url: evidence.url }];
    if (isThrown) because.push({ fact: "exception", name: cause.name, message: cause.message });
    // WebKit throws for a policy, and for mixed content it does not.
    if (engine === "webkit") {
      const isEnded = stage === "blocked" || code === 1006 || evidence.protocol === "socketio";
      return foreseen === "mixed-content" && isEnded ? certain("mixed-content", because) : "out";
    }
    if (foreseen === "mixed-content") {
      // Upgraded instead: Firefox then says 1015 and hides the new address.
      if (isThrown || evidence.protocol === "socketio") return certain("mixed-content", because);
      return evidence.usedUrl === null ? likely("mixed-content", because) : "out";
    }
    return isThrown ? likely("mixed-content", because) : "out";
  },
} as const satisfies Rule;
