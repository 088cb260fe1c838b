import type { Target } from "../target.ts";
import { diff, type RecipeMaker } from "./recipe.ts";
import { appPort, decodedRoute, quote } from "./values.ts";

const DOCKER = "https://doc.traefik.io/traefik/reference/routing-configuration/other-providers/docker/";
const STICKY = "https://doc.traefik.io/traefik/reference/routing-configuration/http/load-balancing/service/";

/** Compose takes one "$" for a variable. */
const label = (text: string): string => quote(text.replaceAll("$", "$$$$"));
/** The matchers quote with backticks, which neither a host nor an encoded path has. */
const rule = (target: Target): string =>
  `Host(\`${target.host}\`) && PathPrefix(\`${decodedRoute(target).replaceAll("`", "%60")}\`)`;

export const traefikRecipes = {
  "traefik-labels": (target, words) => ({
    stack: "Traefik",
    spec: DOCKER,
    lines: diff(`
 services:
   app:
     labels:
       - "traefik.enable=true"
+      - ${label(`traefik.http.routers.app.rule=${rule(target)}`)}
+      # ${words.appPort}
+      - "traefik.http.services.app.loadbalancer.server.port=${appPort(target)}"`),
  }),
  "traefik-sticky": (_, words) => ({
    stack: "Traefik",
    spec: STICKY,
    lines: diff(`
 services:
   app:
     labels:
       - "traefik.enable=true"
+      # ${words.stickyCookie}
+      - "traefik.http.services.app.loadbalancer.sticky.cookie=true"
+      - "traefik.http.services.app.loadbalancer.sticky.cookie.name=server_id"`),
  }),
} satisfies Record<string, RecipeMaker>;
