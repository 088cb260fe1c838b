import type { Target } from "../target.ts";
import { diff, type RecipeMaker } from "./recipe.ts";
import { attribute, connectSources, quote } from "./values.ts";

const CONNECT_SRC =
  "https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Content-Security-Policy/connect-src";
const UPGRADE =
  "https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Content-Security-Policy/upgrade-insecure-requests";
const HELMET = "https://helmetjs.github.io/#content-security-policy";

const policy = (target: Target): string => `connect-src 'self' ${connectSources(target)}`;
const meta = (content: string): string => `<meta http-equiv="Content-Security-Policy" content=${attribute(content)}>`;
const sources = (target: Target): string => ["'self'", ...connectSources(target).split(" ")].map(quote).join(", ");

/** The policy of the page that connects. */
export const browserPolicyRecipes = {
  "csp-express": (target, words) => ({
    stack: "Express",
    spec: CONNECT_SRC,
    lines: diff(`
 app.use((request, response, next) => {
-  response.setHeader("Content-Security-Policy", "connect-src 'self'");
+  // ${words.exactSource}
+  response.setHeader("Content-Security-Policy", ${quote(policy(target))});
   next();
 });`),
  }),
  "csp-helmet": (target, words) => ({
    stack: "Helmet",
    spec: HELMET,
    lines: diff(`
 app.use(
   helmet({
     contentSecurityPolicy: {
       directives: {
+        // ${words.exactSource}
+        connectSrc: [${sources(target)}],
       },
     },
   }),
 );`),
  }),
  "csp-meta": (target, words) => ({
    stack: "HTML",
    spec: CONNECT_SRC,
    lines: diff(`
-${meta("connect-src 'self'")}
+<!-- ${words.exactSource} -->
+${meta(policy(target))}`),
  }),
  "csp-upgrade-helmet": (_, words) => ({
    stack: "Helmet",
    spec: HELMET,
    lines: diff(`
 app.use(
   helmet({
     contentSecurityPolicy: {
       directives: {
+        // ${words.noUpgradePolicy}
+        upgradeInsecureRequests: null,
       },
     },
   }),
 );`),
  }),
  "csp-upgrade-meta": (target, words) => ({
    stack: "HTML",
    spec: UPGRADE,
    lines: diff(`
-${meta(`upgrade-insecure-requests; ${policy(target)}`)}
+<!-- ${words.noUpgradePolicy} -->
+${meta(policy(target))}`),
  }),
  /** A page on the reader's own machine may reach it. */
  "sockwright-local": (_, words) => ({
    stack: "Sockwright",
    spec: "https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy",
    lines: diff(`
+npm ci
+npm start
+# ${words.openHere}
+# http://localhost:4173/`),
  }),
} satisfies Record<string, RecipeMaker>;
