/**
 * Every directive of CSP Level 3 and of the specifications that add to it, by kind.
 * @see https://w3c.github.io/webappsec-csp/#csp-directives
 */
const DIRECTIVES = {
  "default-src": "fetch",
  "child-src": "fetch",
  "connect-src": "fetch",
  "fenced-frame-src": "fetch",
  "font-src": "fetch",
  "frame-src": "fetch",
  "img-src": "fetch",
  "manifest-src": "fetch",
  "media-src": "fetch",
  "object-src": "fetch",
  "script-src": "fetch",
  "script-src-elem": "fetch",
  "script-src-attr": "fetch",
  "style-src": "fetch",
  "style-src-elem": "fetch",
  "style-src-attr": "fetch",
  "worker-src": "fetch",
  "base-uri": "document",
  sandbox: "document",
  "form-action": "navigation",
  "frame-ancestors": "navigation",
  "report-to": "reporting",
  "report-uri": "reporting",
  "require-trusted-types-for": "other",
  "trusted-types": "other",
  "upgrade-insecure-requests": "other",
  "block-all-mixed-content": "obsolete",
  "navigate-to": "obsolete",
  "plugin-types": "obsolete",
  "prefetch-src": "obsolete",
  referrer: "obsolete",
  "reflected-xss": "obsolete",
  "require-sri-for": "obsolete",
} as const;

export type DirectiveName = keyof typeof DIRECTIVES;
export type DirectiveKind = (typeof DIRECTIVES)[DirectiveName];

export function isDirectiveName(name: string): name is DirectiveName {
  return Object.hasOwn(DIRECTIVES, name);
}

export const directiveKind = (name: DirectiveName): DirectiveKind => DIRECTIVES[name];

/** What a `<meta>` cannot say. @see https://w3c.github.io/webappsec-csp/#meta-element */
export const isIgnoredInMeta = (name: string): boolean =>
  name === "frame-ancestors" || name === "report-uri" || name === "sandbox";

/** What a report-only policy cannot do. */
export const isIgnoredInReport = (name: string): boolean =>
  name === "sandbox" || name === "upgrade-insecure-requests" || name === "block-all-mixed-content";
