import type { Target } from "../target.ts";
import { diff, type RecipeMaker } from "./recipe.ts";
import { appPort, decodedRoute, quote } from "./values.ts";

const PROXY = "https://httpd.apache.org/docs/2.4/mod/mod_proxy.html#";

const pass = (target: Target): string =>
  `ProxyPass ${quote(decodedRoute(target))} ${quote(`http://127.0.0.1:${appPort(target)}${decodedRoute(target)}`)}`;

export const apacheRecipes = {
  "apache-upgrade": (target, words) => ({
    stack: "Apache",
    spec: `${PROXY}protoupgrade`,
    lines: diff(`
-${pass(target)}
+# ${words.apacheVersion}
+# ${words.appPort}
+${pass(target)} upgrade=websocket`),
  }),
  "apache-timeout": ({ idleLimit }, words) => ({
    stack: "Apache",
    spec: `${PROXY}proxytimeout`,
    lines: diff(`
${idleLimit === null ? "" : `-ProxyTimeout ${String(idleLimit)}\n`}+# ${words.longerThanPing}
+ProxyTimeout 3600`),
  }),
} satisfies Record<string, RecipeMaker>;
