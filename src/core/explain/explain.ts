import type { Evidence } from "../session/evidence.ts";
import type { Cause } from "./cause.ts";
import type { Finding } from "./finding.ts";
import { RULES } from "./rules/index.ts";
import { see, type Sight } from "./sight.ts";
import { seconds } from "../units/units.ts";

export interface Diagnosis {
  /** The best first; never empty. */
  readonly findings: readonly [Finding, ...Finding[]];
  /** What was considered, and what the evidence speaks against. */
  readonly ruledOut: readonly Cause[];
}

/** Nothing of what is known explains it: said so, and no more. */
const unknown = (evidence: Evidence): Finding => ({
  cause: evidence.ending.opened ? "dropped" : "unreachable",
  certainty: "possible",
  because: [],
  isClass: true,
  weight: 0,
});

/**
 * What the evidence comes to. Pure: the same evidence is explained by today's rules whenever it is
 * shown. A certain finding is one that no other cause could have given in this engine; where causes
 * look the same, their class comes first and they follow in the order of their likelihood.
 */
export function explain(evidence: Evidence): Diagnosis {
  const sight = see(evidence);
  const found: Finding[] = [];
  const ruledOut: Cause[] = [];
  for (const rule of RULES) {
    const verdict = rule.judge(sight);
    if (verdict === "out") ruledOut.push(rule.cause);
    else if (verdict !== null) found.push(restrained(verdict, sight));
  }
  return concluded(found, ruledOut, evidence);
}

/** Findings in their order: the best first, without what it makes superfluous. */
export function concluded(found: readonly Finding[], ruledOut: readonly Cause[], evidence: Evidence): Diagnosis {
  const [first, ...rest] = found.toSorted((one, other) => rank(one) - rank(other));
  if (first === undefined) {
    const nothing = unknown(evidence);
    return { findings: [nothing], ruledOut: ruledOut.filter((cause) => cause !== nothing.cause) };
  }
  // Beside what is certain nothing else is possible, and beside something likely no class is news.
  if (first.certainty === "certain" && !first.isClass)
    return { findings: [first], ruledOut: [...ruledOut, ...rest.filter(isAlternative).map(({ cause }) => cause)] };
  return { findings: [first, ...rest.filter((one) => first.isClass || !one.isClass)], ruledOut };
}

/** After this long a probe may have met another server than the failure did. */
const LATE = seconds(5);

/** What rests on a late probe is likely at most, unless the address itself failed once more. */
function restrained(finding: Finding, { evidence, probe }: Sight): Finding {
  const isLate = finding.because.some((fact) => fact.fact === "probe" && fact.probe.at - evidence.ending.at > LATE);
  const isSameStill = probe("same")?.outcome.kind === "not-opened";
  return finding.certainty === "certain" && isLate && !isSameStill ? { ...finding, certainty: "likely" } : finding;
}

/** A class, or a bare close code, is not refuted by a cause that says more. */
const isAlternative = ({ isClass, cause }: Finding): boolean => !isClass && cause !== "close-code";

const ORDER = { certain: 0, likely: 1000, possible: 3000 } as const;
const CLASS = 2000;
/** A bare close code is certain, but a likely cause behind it says more. */
const rank = ({ certainty, isClass, weight, cause }: Finding): number =>
  (isClass ? CLASS : cause === "close-code" ? CLASS - 100 : ORDER[certainty]) - weight;
