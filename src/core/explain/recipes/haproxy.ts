import { diff, type RecipeMaker } from "./recipe.ts";
import { appPort, route } from "./values.ts";

const CONFIGURATION = "https://docs.haproxy.org/3.0/configuration.html#";

/** Paths are compared as they came, encoded. */
const escaped = (text: string): string => text.replace(/[\\"'$#\s{}]/g, "\\$&");

export const haproxyRecipes = {
  "haproxy-upgrade": (target, words) => ({
    stack: "HAProxy",
    spec: "https://www.haproxy.com/documentation/haproxy-configuration-tutorials/protocol-support/websocket/",
    lines: diff(`
 frontend web
   mode http
   bind :${String(target.port)}
   timeout client 30s
+  use_backend sockets if { path_beg ${escaped(route(target))} }

+backend sockets
+  mode http
+  timeout connect 5s
+  timeout server 30s
+  timeout tunnel 1h
+  # ${words.appPort}
+  server app1 127.0.0.1:${appPort(target)}`),
  }),
  "haproxy-tunnel": ({ idleLimit }, words) => ({
    stack: "HAProxy",
    spec: `${CONFIGURATION}4.2-timeout%20tunnel`,
    lines: diff(`
 defaults
   mode http
   timeout connect 5s
   timeout client ${String(idleLimit ?? 30)}s
   timeout server ${String(idleLimit ?? 30)}s
+  # ${words.longerThanPing}
+  timeout tunnel 1h
+  timeout client-fin 30s`),
  }),
  "haproxy-sticky": (_, words) => ({
    stack: "HAProxy",
    spec: `${CONFIGURATION}4.2-cookie`,
    lines: diff(`
 backend nodes
   mode http
   timeout connect 5s
   timeout server 30s
+  # ${words.stickyCookie}
+  cookie server_id insert indirect nocache
-  server app1 127.0.0.1:3001
-  server app2 127.0.0.1:3002
+  server app1 127.0.0.1:3001 cookie app1
+  server app2 127.0.0.1:3002 cookie app2`),
  }),
} satisfies Record<string, RecipeMaker>;
