import type { Cause } from "./cause.ts";
import type { Verdict } from "./finding.ts";
import type { Sight } from "./sight.ts";

/** One cause a file. It looks at what was seen, and says how sure it is, that it is ruled out, or nothing. */
export interface Rule {
  readonly cause: Cause;
  judge(sight: Sight): Verdict;
}
