import { isEngineIo } from "../readings.ts";
import { certain, likely, possible, type Found, type PhraseFamily, type Reading } from "../phrase.ts";

/** A policy that only reports never stops a connection. */
const isReported = (line: string): boolean => /report[- ]only/i.test(line);

const blocked = ({ line }: Found): Reading => (isReported(line) ? [] : [certain("csp")]);

/**
 * The answer had no leave for this page in it. Where the server itself answered, CORS is not set up; a proxy's 502 or a
 * 404 of another path has no leave in it either.
 */
const byCors = ({ group }: Found): Reading => {
  if (!isEngineIo(group("url"))) return [];
  const isOwnWord = /must not be the wildcard|that is not equal to the supplied origin|contains multiple values/.test(
    group("reason"),
  );
  return isOwnWord ? [certain("socketio-cors")] : [likely("socketio-cors"), possible("socketio-path")];
};

/** @see https://source.chromium.org/chromium/chromium/src/+/main:third_party/blink/renderer/core/frame/csp/ */
export const policies = {
  tool: "chromium",
  phrases: [
    {
      has: "violates the following Content Security Policy directive: ",
      at: /(?:Refused to connect to|Connecting to) '(?<blockedUri>[^'\n]{1,2000})'(?: because it)? violates the following Content Security Policy directive: "(?<directive>[^"\n]{0,2000})"/,
      says: blocked,
    },
    {
      has: "violates the document's Content Security Policy",
      at: /Refused to connect to '(?<blockedUri>[^'\n]{1,2000})' because it violates the document's Content Security Policy/,
      says: blocked,
    },
    {
      has: "has been blocked by CORS policy: ",
      at: /Access to (?:XMLHttpRequest|fetch) at '(?<url>[^'\n]{1,2000})'(?: \(redirected from '[^'\n]{1,2000}'\))? from origin '[^'\n]{1,300}' has been blocked by CORS policy: (?<reason>[^\n]{0,300})/,
      says: byCors,
    },
  ],
} as const satisfies PhraseFamily;
