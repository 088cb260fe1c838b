import type { Target } from "../target.ts";
import { diff, forSocketio, type RecipeDraft, type RecipeMaker } from "./recipe.ts";
import { appPort, connectSources, decodedRoute, enginePath, isName, isPlain, quote, word } from "./values.ts";

const PROXY = "https://nginx.org/en/docs/http/ngx_http_proxy_module.html#";
const CORE = "https://nginx.org/en/docs/http/ngx_http_core_module.html#";
const HTTPS = "https://nginx.org/en/docs/http/configuring_https_servers.html";

const nginx = (spec: string, text: string): RecipeDraft => ({ stack: "nginx", spec, lines: diff(text) });

const location = (target: Target): string =>
  word(target.protocol === "socketio" ? enginePath(target) : decodedRoute(target));
const pass = (target: Target): string => `proxy_pass http://127.0.0.1:${appPort(target)};`;
/** An address needs no name: the first server block takes it. */
const serverName = (target: Target): string => (isName(target) && isPlain(target.host) ? target.host : "_");

/** The lines that pass an upgrade on. */
const upgradeLines = (mark: string, indent: string): string =>
  [
    "proxy_http_version 1.1;",
    "proxy_set_header Upgrade $http_upgrade;",
    'proxy_set_header Connection "upgrade";',
    "proxy_set_header Host $host;",
  ]
    .map((line) => mark + indent + line)
    .join("\n");

const tls = (target: Target, certificate: string): string => `
 server {
+  listen ${String(target.isSecure ? target.port : 443)} ssl;
   server_name ${serverName(target)};
+  # ${certificate}
+  ssl_certificate /etc/ssl/fullchain.pem;
+  ssl_certificate_key /etc/ssl/privkey.pem;

   location ${location(target)} {
     ${pass(target)}
${upgradeLines(" ", "    ")}
   }
 }`;

export const nginxRecipes = {
  "nginx-upgrade": (target, words) =>
    nginx(
      "https://nginx.org/en/docs/http/websocket.html",
      `
 location ${location(target)} {
   # ${words.appPort}
   ${pass(target)}
${upgradeLines("+", "  ")}
 }`,
    ),
  "nginx-listen-ipv6": (target, words) =>
    nginx(
      `${CORE}listen`,
      `
 server {
   listen ${String(target.port)};
+  # ${words.bothFamilies}
+  listen [::]:${String(target.port)};
   server_name ${serverName(target)};
 }`,
    ),
  "nginx-tls": (target, words) => nginx(HTTPS, tls(target, words.certificate)),
  "nginx-chain": (target, words) =>
    nginx(
      `${HTTPS}#chains`,
      `
 server {
   listen ${String(target.port)} ssl;
   server_name ${serverName(target)};
-  ssl_certificate /etc/ssl/cert.pem;
+  # ${words.wholeChain}
+  ssl_certificate /etc/ssl/fullchain.pem;
   ssl_certificate_key /etc/ssl/privkey.pem;
 }`,
    ),
  "nginx-timeouts": (target, words) => {
    const now = target.idleLimit === null ? "" : `-  proxy_read_timeout ${String(target.idleLimit)}s;\n`;
    return nginx(
      `${PROXY}proxy_read_timeout`,
      `
 location ${location(target)} {
   ${pass(target)}
${now}+  # ${words.longerThanPing}
+  proxy_read_timeout 3600s;
+  proxy_send_timeout 3600s;
 }`,
    );
  },
  "nginx-sticky": (target, words) =>
    nginx(
      "https://nginx.org/en/docs/http/ngx_http_upstream_module.html#ip_hash",
      `
 upstream app {
+  # ${words.stickyAddress}
+  ip_hash;
   server 127.0.0.1:3001;
   server 127.0.0.1:3002;
 }
 server {
   listen 8080;
   location ${word(enginePath(target))} {
     proxy_pass http://app;
${upgradeLines(" ", "    ")}
   }
 }`,
    ),
  "nginx-body-size": forSocketio((target, words) =>
    nginx(
      `${CORE}client_max_body_size`,
      `
 location ${location(target)} {
   ${pass(target)}
-  client_max_body_size 1m;
+  # ${words.limitOfServer}
+  client_max_body_size 16m;
 }`,
    ),
  ),
  "nginx-socketio": (target, words) =>
    nginx(
      `${CORE}location`,
      `
+# ${words.exactLocation}
+location ^~ ${word(enginePath(target))} {
+  # ${words.appPort}
+  ${pass(target)}
${upgradeLines("+", "  ")}
+}`,
    ),
  "nginx-csp": (target, words) =>
    nginx(
      "https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header",
      `
-add_header Content-Security-Policy "connect-src 'self'" always;
+# ${words.exactSource}
+add_header Content-Security-Policy ${quote(`connect-src 'self' ${connectSources(target)}`)} always;`,
    ),
  "nginx-csp-upgrade": (target, words) =>
    nginx(
      "https://w3c.github.io/webappsec-upgrade-insecure-requests/",
      `
-add_header Content-Security-Policy "upgrade-insecure-requests; connect-src 'self' ${connectSources(target)}" always;
+# ${words.noUpgradePolicy}
+add_header Content-Security-Policy ${quote(`connect-src 'self' ${connectSources(target)}`)} always;`,
    ),
} satisfies Record<string, RecipeMaker>;
