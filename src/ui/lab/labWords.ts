import type { ConnectAnalysis } from "../../core/csp/analyseConnect.ts";
import type { PolicyEngine } from "../../core/csp/case.ts";
import { isBlocking } from "../../core/csp/judgePolicy.ts";
import type { LabCase } from "../../core/csp/caseLink.ts";
import type { LabTexts } from "../../i18n/lab/labTexts.ts";

export function headlineOf(texts: LabTexts, { by, directive, policy }: ConnectAnalysis): string {
  if (by === null) return texts.headline.allowed;
  return by === "csp" ? texts.headline.csp(directive ?? "", (policy ?? 0) + 1) : texts.headline[by];
}

/** Why, in sentences. */
export function whyOf(texts: LabTexts, analysis: ConnectAnalysis): readonly string[] {
  const { by, effectiveUrl, directive, matchedBy, isUpgraded, invalid, verdicts } = analysis;
  const url = effectiveUrl ?? "";
  const { why } = texts;
  switch (by) {
    case null:
      return [
        ...(isUpgraded ? [why.upgraded(url)] : []),
        directive === null || matchedBy === null ? why.noPolicy : why.matched(matchedBy, directive),
        why.onlyIf,
      ];
    case "csp":
      return [why.csp(verdicts.find(isBlocking)?.url ?? url), ...(directive === "default-src" ? [why.fallback] : [])];
    case "invalid-url":
      return invalid === null ? [] : [texts.invalid[invalid]];
    case "mixed-content":
    case "blocked-port":
      return [why[by](url)];
    case "local-network-access":
    case "wildcard-address":
      return [why[by]];
  }
}

/** How it shows in each engine, as measured: no two agree on all of it. */
export function seesOf(
  texts: LabTexts,
  { by, isUpgraded, effectiveUrl }: ConnectAnalysis,
  engine: PolicyEngine,
  { resource, context }: Pick<LabCase, "resource" | "context">,
): string {
  const { sees } = texts;
  if (by === null && isUpgraded) return sees.upgraded(effectiveUrl ?? "");
  if (by === null) return resource === "websocket" ? sees.opens : "";
  if (resource === "fetch") return sees.rejects;
  if (resource === "eventsource") return by === "invalid-url" ? sees.throws("SyntaxError") : sees.event;
  const isWorker = context === "worker-network" || context === "worker-blob";
  switch (by) {
    case "invalid-url":
      return sees.throws("SyntaxError");
    case "csp": {
      const name = engine === "firefox" ? "NS_ERROR_CONTENT_BLOCKED" : "SecurityError";
      const shown = engine === "chromium" ? sees.errorOnly : sees.throws(name);
      // WebKit tells workers of no violation.
      return engine === "webkit" && isWorker ? shown : sees.andViolation(shown);
    }
    case "mixed-content":
      if (engine !== "webkit") return sees.throws("SecurityError");
      return isWorker ? sees.errorAndClose : sees.errorOnly;
    case "blocked-port":
    case "wildcard-address":
      return engine === "webkit" ? sees.errorOnly : sees.errorAndClose;
    case "local-network-access":
      return sees.errorAndClose;
  }
}
