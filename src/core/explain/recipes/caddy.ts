import type { Target } from "../target.ts";
import { diff, type RecipeMaker } from "./recipe.ts";
import { appPort, bracketed, decodedRoute, isLocal, word } from "./values.ts";

const site = ({ host, port }: Target, isSecure: boolean): string =>
  word(`${isSecure ? "https" : "http"}://${bracketed(host)}:${String(port)}`);

export const caddyRecipes = {
  "caddy-proxy": (target, words) => ({
    stack: "Caddy",
    spec: "https://caddyserver.com/docs/caddyfile/directives/reverse_proxy",
    lines: diff(`
 ${site(target, target.isSecure)} {
+  # ${words.appPort}
+  reverse_proxy ${word(`${decodedRoute(target).replace(/\*+$/, "")}*`)} 127.0.0.1:${appPort(target)}
 }`),
  }),
  "caddy-tls": (target, words) => ({
    stack: "Caddy",
    spec: isLocal(target)
      ? "https://caddyserver.com/docs/caddyfile/directives/tls"
      : "https://caddyserver.com/docs/automatic-https",
    lines: diff(`
-${site({ ...target, port: target.isSecure ? target.port : 80 }, false)} {
+${site({ ...target, port: target.isSecure ? target.port : 443 }, true)} {
${isLocal(target) ? "+  tls internal\n" : ""}   # ${words.appPort}
   reverse_proxy 127.0.0.1:${appPort(target)}
 }`),
  }),
  "caddy-close-delay": (target, words) => ({
    stack: "Caddy",
    spec: "https://caddyserver.com/docs/caddyfile/directives/reverse_proxy#streaming",
    lines: diff(`
 ${site(target, target.isSecure)} {
   reverse_proxy 127.0.0.1:${appPort(target)} {
+    # ${words.keepOnReload}
+    stream_close_delay 5m
   }
 }`),
  }),
} satisfies Record<string, RecipeMaker>;
