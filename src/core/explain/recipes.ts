import type { Cause } from "./cause.ts";
import { apacheRecipes } from "./recipes/apache.ts";
import { awsRecipes } from "./recipes/aws.ts";
import { browserPolicyRecipes } from "./recipes/browserPolicy.ts";
import { caddyRecipes } from "./recipes/caddy.ts";
import { clientRecipes } from "./recipes/client.ts";
import { cloudRecipes } from "./recipes/cloud.ts";
import { dockerRecipes } from "./recipes/docker.ts";
import { evolutionRecipes } from "./recipes/evolutionapi.ts";
import { haproxyRecipes } from "./recipes/haproxy.ts";
import { kubernetesRecipes } from "./recipes/kubernetes.ts";
import { nginxRecipes } from "./recipes/nginx.ts";
import { nodeWsRecipes } from "./recipes/nodeWs.ts";
import { pythonRecipes } from "./recipes/python.ts";
import type { RecipeDraft, RecipeMaker, RecipeWords } from "./recipes/recipe.ts";
import { socketIoRecipes } from "./recipes/socketIo.ts";
import { traefikRecipes } from "./recipes/traefik.ts";
import { isLocal, isWukong, printable } from "./recipes/values.ts";
import { wukongimRecipes } from "./recipes/wukongim.ts";
import type { Target } from "./target.ts";

export type { RecipeCommentId, RecipeWords } from "./recipes/recipe.ts";

/** Each under the name that texts know it by. */
export const RECIPES = {
  ...apacheRecipes,
  ...awsRecipes,
  ...browserPolicyRecipes,
  ...caddyRecipes,
  ...clientRecipes,
  ...cloudRecipes,
  ...dockerRecipes,
  ...evolutionRecipes,
  ...haproxyRecipes,
  ...kubernetesRecipes,
  ...nginxRecipes,
  ...nodeWsRecipes,
  ...pythonRecipes,
  ...socketIoRecipes,
  ...traefikRecipes,
  ...wukongimRecipes,
} satisfies Record<string, RecipeMaker>;

export type RecipeId = keyof typeof RECIPES;

/** Configuration that takes a cause away, filled with the user's values. */
export interface Recipe extends RecipeDraft {
  readonly id: RecipeId;
}

/** A page reads six tabs at most. */
const MOST = 6;

const LISTEN: readonly RecipeId[] = [
  "docker-publish",
  "ws-listen-all",
  "socketio-listen-all",
  "python-listen-all",
  "uvicorn-listen-all",
  "flask-socketio-listen-all",
];
const SECURE_PAGE: readonly RecipeId[] = ["sockwright-local", "nginx-tls", "caddy-tls", "ws-tls"];
const UPGRADE: readonly RecipeId[] = [
  "nginx-upgrade",
  "apache-upgrade",
  "nginx-ingress-websocket",
  "caddy-proxy",
  "traefik-labels",
  "haproxy-upgrade",
];

/** The most common stack first. */
const BY_CAUSE: Readonly<Record<Cause, readonly RecipeId[] | ((target: Target) => readonly RecipeId[])>> = {
  "invalid-url": [],
  "invalid-subprotocol": [],
  "blocked-port": [],
  "mixed-content": ["nginx-tls", "caddy-tls", "ws-tls", "sockwright-local"],
  csp: ["nginx-csp", "csp-express", "csp-helmet", "csp-meta"],
  "csp-upgrade": ["nginx-csp-upgrade", "csp-upgrade-helmet", "csp-upgrade-meta", "nginx-tls"],
  "local-network-access": SECURE_PAGE,
  offline: [],
  "too-many-sockets": [],
  unreachable: LISTEN,
  refused: LISTEN,
  dns: [],
  reset: LISTEN,
  "other-protocol": [],
  tls: ["nginx-chain", "caddy-tls", "ws-tls"],
  "localhost-family": [
    "ws-listen-families",
    "socketio-listen-families",
    "python-listen-families",
    "docker-publish-ipv6",
    "nginx-listen-ipv6",
  ],
  "wildcard-address": (target) => addressed(target, "client-address"),
  "loopback-address": (target) => addressed(target, "client-page-host"),
  "no-answer": [],
  "wrong-scheme": ({ isSecure }) => [
    "client-scheme",
    ...(isSecure ? (["nginx-tls", "caddy-tls", "ws-tls"] as const) : []),
  ],
  recovered: [],
  // Between a page and an application on one machine there is seldom a proxy.
  "http-answer": (target) =>
    isLocal(target) && target.port > 1024
      ? ["ws-path", "ws-origin", "client-token", "ws-express", "uvicorn-standard", "nginx-upgrade"]
      : [
          "nginx-upgrade",
          "ws-path",
          "ws-express",
          "uvicorn-standard",
          "cloudflare-websockets",
          "aws-alb-health",
          "azure-websockets",
        ],
  "http-refused": ["ws-path", "client-token", "ws-origin", "ws-express"],
  "process-ended": ["client-reconnect"],
  "network-lost": ["client-reconnect", "ws-ping"],
  "proxy-no-upgrade": UPGRADE,
  subprotocol: ({ subprotocols }) =>
    subprotocols.length === 0
      ? []
      : ["ws-subprotocol", "python-subprotocol", "fastapi-subprotocol", "client-subprotocol"],
  "bad-handshake": ["ws-handle-upgrade", "node-accept", "nginx-upgrade"],
  "socketio-behind-raw": ["socketio-client", "socketio-destroy-upgrade"],
  "not-socketio": ["client-websocket", "socketio-server", "nginx-socketio"],
  "socketio-version": ["socketio-allow-eio3", "socketio-client-v2", "socketio-server-v4", "python-socketio-version"],
  "socketio-cors": [
    "socketio-cors",
    "flask-socketio-cors",
    "python-socketio-cors",
    "evolution-cors",
    "socketio-websocket-only",
  ],
  "socketio-path": ["socketio-client-path", "socketio-path", "nginx-socketio", "python-socketio-path"],
  "socketio-namespace": [
    "socketio-namespace",
    "evolution-instance",
    "evolution-global",
    "flask-socketio-namespace",
    "python-socketio-namespace",
  ],
  "socketio-auth": ["socketio-auth-client", "socketio-auth-server", "evolution-apikey"],
  "socketio-transport": ["socketio-transports", "gunicorn-threads", "nginx-upgrade", "apache-upgrade"],
  "socketio-session": [
    "nginx-sticky",
    "socketio-websocket-only",
    "ingress-nginx-sticky",
    "haproxy-sticky",
    "traefik-sticky",
    "aws-alb-sticky",
    "heroku-affinity",
  ],
  "socketio-parser": ["socketio-parser-server", "socketio-parser-client"],
  "close-code": [],
  "idle-timeout": idle,
  "heartbeat-timeout": [
    "socketio-ping-timeout",
    "python-socketio-ping-timeout",
    "ws-ping",
    "python-ping-timeout",
    "uvicorn-ping-timeout",
    "nginx-timeouts",
  ],
  dropped: ["client-reconnect", "ws-ping", "socketio-ping-interval", "nginx-timeouts", "caddy-close-delay"],
  "protocol-violation": ["ws-one-upgrade", "ws-no-deflate"],
  "auth-after-open": (target) =>
    isWukong(target)
      ? ["wukongim-connect", "client-first-message", "ws-auth-code"]
      : ["client-first-message", "ws-auth-code", "wukongim-connect"],
  "message-rejected": [],
  "payload-too-big": [
    "socketio-max-buffer",
    "python-socketio-max-size",
    "nginx-body-size",
    "ws-max-payload",
    "python-max-size",
    "uvicorn-max-size",
  ],
  "server-disconnect": [],
  replaced: [],
  "client-closed": [],
  setup: [],
  "not-loaded": [],
  "polling-only": UPGRADE,
  "upgraded-to-wss": ["nginx-csp-upgrade", "csp-upgrade-helmet", "csp-upgrade-meta", "nginx-tls"],
  "engineio-frames-on-raw": ["socketio-client"],
  silent: ({ protocol, port }) =>
    protocol === "socketio"
      ? ["evolution-instance", "evolution-global"]
      : isWukong({ port })
        ? ["wukongim-connect"]
        : [],
};

/** WuKongIM hands out addresses of its own; on its ports it is the likeliest. */
function addressed(target: Target, own: RecipeId): readonly RecipeId[] {
  const wukong: readonly RecipeId[] = ["wukongim-compose", "wukongim-yaml", "wukongim-toml"];
  if (target.protocol === "socketio") return [own];
  return isWukong(target) ? [...wukong, own] : [own, ...wukong];
}

/** What cuts idle connections, the most common first, and after how many seconds unless told otherwise. */
const IDLE_LIMITS: readonly { readonly id: RecipeId; readonly seconds: readonly number[] }[] = [
  { id: "nginx-timeouts", seconds: [60] },
  { id: "ingress-nginx-timeouts", seconds: [60] },
  { id: "aws-alb-idle", seconds: [60] },
  { id: "apache-timeout", seconds: [60] },
  { id: "haproxy-tunnel", seconds: [30, 50] },
  { id: "gcp-timeout", seconds: [30] },
  { id: "azure-gateway-timeout", seconds: [30] },
  { id: "heroku-ping", seconds: [55] },
  { id: "gcp-run-timeout", seconds: [300] },
  { id: "envoy-idle", seconds: [300] },
  { id: "aws-nlb-idle", seconds: [350] },
];
/** Keeps any of them from counting. */
const PINGS: readonly RecipeId[] = ["ws-ping", "socketio-ping-interval", "python-ping"];

/** Whose limit it was comes first; a heartbeat helps with every one. */
function idle({ idleLimit }: Target): readonly RecipeId[] {
  const isOurs = ({ seconds }: { readonly seconds: readonly number[] }): boolean =>
    idleLimit !== null && seconds.includes(idleLimit);
  const known = IDLE_LIMITS.filter(isOurs).map(({ id }) => id);
  const others = IDLE_LIMITS.filter((limit) => !isOurs(limit)).map(({ id }) => id);
  return [...known, ...PINGS, ...others];
}

/** What a host's name says about where it runs: these come first there. */
const HOSTERS: readonly { readonly suffix: string; readonly prefix: string }[] = [
  { suffix: ".amazonaws.com", prefix: "aws-" },
  { suffix: ".azurewebsites.net", prefix: "azure-websockets" },
  { suffix: ".herokuapp.com", prefix: "heroku-" },
  { suffix: ".run.app", prefix: "gcp-run-" },
];

function hostedFirst(ids: readonly RecipeId[], { host }: Target): readonly RecipeId[] {
  const hoster = HOSTERS.find(({ suffix }) => host.toLowerCase().endsWith(suffix));
  const isHosters = (id: RecipeId): boolean => hoster !== undefined && id.startsWith(hoster.prefix);
  return [...ids.filter(isHosters), ...ids.filter((id) => !isHosters(id))];
}

/** @returns one to six for a cause that configuration can mend, else none; the most likely first */
export function recipesFor(cause: Cause, target: Target, words: RecipeWords): readonly Recipe[] {
  const given = printable(target);
  const ids = BY_CAUSE[cause];
  return hostedFirst(typeof ids === "function" ? ids(given) : ids, given)
    .flatMap((id) => {
      const draft = RECIPES[id](given, words);
      return draft === null ? [] : [{ id, ...draft }];
    })
    .slice(0, MOST);
}

/** What the copy button gives: as it should stand, without what was wrong and without marks. */
export const copyText = ({ lines }: Pick<Recipe, "lines">): string =>
  lines
    .filter(({ mark }) => mark !== "-")
    .map(({ text }) => `${text}\n`)
    .join("");
