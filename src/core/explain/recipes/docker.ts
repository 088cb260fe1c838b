import { diff, type RecipeMaker } from "./recipe.ts";

const PORTS = "https://docs.docker.com/reference/compose-file/services/#ports";

export const dockerRecipes = {
  "docker-publish": ({ port }, words) => ({
    stack: "Docker Compose",
    spec: PORTS,
    lines: diff(`
 services:
   app:
-    expose:
-      - "${String(port)}"
+    ports:
+      # ${words.published}
+      - "${String(port)}:${String(port)}"`),
  }),
  "docker-publish-ipv6": ({ port }, words) => ({
    stack: "Docker Compose",
    spec: PORTS,
    lines: diff(`
 services:
   app:
     ports:
       - "127.0.0.1:${String(port)}:${String(port)}"
+      # ${words.publishedIpv6}
+      - "[::1]:${String(port)}:${String(port)}"`),
  }),
} satisfies Record<string, RecipeMaker>;
