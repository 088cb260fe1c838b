import { diff, type RecipeMaker } from "./recipe.ts";

const ANNOTATIONS = " metadata:\n   name: app\n   annotations:";

export const kubernetesRecipes = {
  "ingress-nginx-timeouts": ({ idleLimit }, words) => ({
    stack: "ingress-nginx",
    spec: "https://kubernetes.github.io/ingress-nginx/user-guide/miscellaneous/#websockets",
    lines: diff(`
${ANNOTATIONS}
${idleLimit === null ? "" : `-    nginx.ingress.kubernetes.io/proxy-read-timeout: "${String(idleLimit)}"\n`}+    # ${words.longerThanPing}
+    nginx.ingress.kubernetes.io/proxy-read-timeout: "3600"
+    nginx.ingress.kubernetes.io/proxy-send-timeout: "3600"`),
  }),
  "ingress-nginx-sticky": (_, words) => ({
    stack: "ingress-nginx",
    spec: "https://kubernetes.github.io/ingress-nginx/examples/affinity/cookie/",
    lines: diff(`
${ANNOTATIONS}
+    # ${words.stickyCookie}
+    nginx.ingress.kubernetes.io/affinity: "cookie"
+    nginx.ingress.kubernetes.io/session-cookie-name: "server_id"`),
  }),
  /** The controller of NGINX Inc., which needs to be told; that of the Kubernetes project passes upgrades anyway. */
  "nginx-ingress-websocket": (_, words) => ({
    stack: "Kubernetes Ingress",
    spec: "https://docs.nginx.com/nginx-ingress-controller/configuration/ingress-resources/advanced-configuration-with-annotations/",
    lines: diff(`
${ANNOTATIONS}
+    # ${words.nginxOrgIngress}
+    nginx.org/websocket-services: "app"`),
  }),
} satisfies Record<string, RecipeMaker>;
