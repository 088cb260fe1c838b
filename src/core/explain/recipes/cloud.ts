import { diff, type RecipeDraft, type RecipeMaker } from "./recipe.ts";

const shell = (stack: string, spec: string, comment: string, lines: readonly string[]): RecipeDraft => ({
  stack,
  spec,
  lines: diff([`+# ${comment}`, ...lines.map((line) => `+${line}`)].join("\n")),
});

export const cloudRecipes = {
  "cloudflare-websockets": (_, words) =>
    shell("Cloudflare", "https://developers.cloudflare.com/network/websockets/", words.websocketsOn, [
      "curl -X PATCH \\",
      '  -H "Authorization: Bearer $CLOUDFLARE_API_TOKEN" \\',
      "  -H 'Content-Type: application/json' \\",
      `  -d '{"value":"on"}' \\`,
      '  "https://api.cloudflare.com/client/v4/zones/$ZONE_ID/settings/websockets"',
    ]),
  "gcp-timeout": (_, words) =>
    shell(
      "Google Cloud",
      "https://cloud.google.com/load-balancing/docs/backend-service#timeout-setting",
      words.longerThanPing,
      ['gcloud compute backend-services update "$BACKEND_SERVICE" --global --timeout=86400'],
    ),
  "gcp-run-timeout": (_, words) =>
    shell("Cloud Run", "https://cloud.google.com/run/docs/triggering/websockets", words.wholeLife, [
      'gcloud run services update "$SERVICE" --timeout=3600',
    ]),
  "azure-websockets": (_, words) =>
    shell(
      "Azure App Service",
      "https://learn.microsoft.com/en-us/cli/azure/webapp/config#az-webapp-config-set",
      words.websocketsOn,
      ['az webapp config set --resource-group "$GROUP" --name "$APP" --web-sockets-enabled true'],
    ),
  "azure-gateway-timeout": (_, words) =>
    shell(
      "Azure Application Gateway",
      "https://learn.microsoft.com/en-us/cli/azure/network/application-gateway/http-settings#az-network-application-gateway-http-settings-update",
      words.longerThanPing,
      [
        "az network application-gateway http-settings update \\",
        '  --resource-group "$GROUP" --gateway-name "$GATEWAY" --name "$HTTP_SETTINGS" \\',
        "  --timeout 3600",
      ],
    ),
  "heroku-affinity": (_, words) =>
    shell("Heroku", "https://devcenter.heroku.com/articles/session-affinity", words.stickyCookie, [
      'heroku features:enable http-session-affinity --app "$APP"',
    ]),
  "envoy-idle": (_, words) => ({
    stack: "Envoy",
    spec: "https://www.envoyproxy.io/docs/envoy/latest/faq/configuration/timeouts",
    lines: diff(`
 route:
   cluster: app
+  # ${words.longerThanPing}
+  timeout: 0s
+  idle_timeout: 3600s
+  upgrade_configs:
+    - upgrade_type: websocket`),
  }),
} satisfies Record<string, RecipeMaker>;
