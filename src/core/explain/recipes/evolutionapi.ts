import { diff, type RecipeMaker } from "./recipe.ts";
import { shellQuote } from "../../units/shellQuote.ts";
import { httpBase, quote } from "./values.ts";

const WEBSOCKET = "https://doc.evolution-api.com/v2/en/integrations/websocket";
const ENVIRONMENT = "https://doc.evolution-api.com/v2/en/env";
const STACK = "EvolutionAPI";

export const evolutionRecipes = {
  /** The namespace of an instance exists from its first event on. */
  "evolution-instance": (target, words) => {
    const instance = encodeURIComponent((target.namespace ?? "/").replace(/^\//, ""));
    if (instance === "") return null;
    const events = '{"websocket":{"enabled":true,"events":["CONNECTION_UPDATE","QRCODE_UPDATED","MESSAGES_UPSERT"]}}';
    return {
      stack: STACK,
      spec: WEBSOCKET,
      lines: diff(`
+curl -X POST ${shellQuote(`${httpBase(target)}/websocket/set/${instance}`)} \\
+  -H "apikey: $APIKEY" -H 'Content-Type: application/json' \\
+  -d ${shellQuote(events)}
+# ${words.fireEvent}
+curl ${shellQuote(`${httpBase(target)}/instance/connect/${instance}`)} -H "apikey: $APIKEY"`),
    };
  },
  "evolution-global": (_, words) => ({
    stack: STACK,
    spec: WEBSOCKET,
    lines: diff(`
 WEBSOCKET_ENABLED=true
-WEBSOCKET_GLOBAL_EVENTS=false
+# ${words.allInstances}
+WEBSOCKET_GLOBAL_EVENTS=true`),
  }),
  "evolution-apikey": (target, words) => ({
    stack: STACK,
    spec: WEBSOCKET,
    lines: diff(`
 import { io } from "socket.io-client";

 const socket = io(${quote(httpBase(target) + (target.namespace ?? ""))}, {
-  auth: { apikey },
+  // ${words.keyInQuery}
+  query: { apikey },
   transports: ["websocket"],
 });`),
  }),
  "evolution-cors": ({ origin }, words) => ({
    stack: STACK,
    spec: ENVIRONMENT,
    lines: diff(`
+# ${words.exactOrigin}
+CORS_ORIGIN=${/^[\w:./-]+$/.test(origin) ? origin : shellQuote(origin)}`),
  }),
} satisfies Record<string, RecipeMaker>;
