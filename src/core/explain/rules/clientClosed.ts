import { certain } from "../finding.ts";
import type { Rule } from "../rule.ts";

/** The user, or the page, ended it. */
export const clientClosed = {
  cause: "client-closed",
  judge: ({ evidence: { ending } }) =>
    ending.asked || (ending.cause.kind === "disconnect" && ending.cause.why === "io client disconnect")
      ? certain("client-closed", [{ fact: "asked" }])
      : null,
} as const satisfies Rule;
