import { certain } from "../finding.ts";
import type { Rule } from "../rule.ts";

/** The setup has a fault; nothing was tried. */
export const setup = {
  cause: "setup",
  judge: ({ evidence: { ending } }) =>
    ending.cause.kind === "setup" ? certain("setup", [{ fact: "setup", fields: ending.cause.fields }]) : null,
} as const satisfies Rule;
