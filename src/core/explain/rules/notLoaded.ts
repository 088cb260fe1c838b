import { certain } from "../finding.ts";
import type { Rule } from "../rule.ts";

/** A chunk of the app that could not be fetched; Chromium, Firefox and Safari each say so in their words. */
const WORDS = /dynamically imported module|Importing a module script failed/;

/** The client of a protocol is fetched with its first connection. */
export const notLoaded = {
  cause: "not-loaded",
  judge: ({ evidence: { ending } }) =>
    ending.cause.kind === "exception" && WORDS.test(ending.cause.message)
      ? certain("not-loaded", [{ fact: "exception", name: ending.cause.name, message: ending.cause.message }])
      : null,
} as const satisfies Rule;
