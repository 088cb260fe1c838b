// Above 300 lines: one table, read from top to bottom; the look-up at its end is short.
import { onGitHub } from "./codes/codeRow.ts";

/** Where a limit sits: recipes and profiles go by the same ids. */
export type StackId =
  | "nginx"
  | "ingress-nginx"
  | "apache"
  | "haproxy"
  | "traefik"
  | "caddy"
  | "envoy"
  | "aws"
  | "google-cloud"
  | "azure"
  | "cloudflare"
  | "heroku"
  | "render"
  | "fly"
  | "vercel"
  | "supabase"
  | "socketio"
  | "node"
  | "python"
  | "wukongim"
  | "binance"
  | "okx"
  | "deepgram"
  | "openai"
  | "mattermost";

/**
 * What has to last as long as the limit: silence on the connection; a ping without its pong, which pages do not see;
 * the connection itself, busy or not; the handshake; or nothing of an open WebSocket, although it is often suspected.
 */
export type IdleClock = "silence" | "pong" | "age" | "handshake" | "none";

interface IdleRow {
  readonly id: string;
  /** A proper name: not translated. */
  readonly product: string;
  /** The setting that holds the limit, by its own name; null: there is none. */
  readonly setting: string | null;
  /** By default; null: no limit, or none with a number. */
  readonly seconds: number | null;
  readonly clock: IdleClock;
  readonly stack: StackId;
  /** `reported`: told by users or third parties, not by the makers. */
  readonly confidence: "documented" | "reported";
  readonly source: string;
}

const AWS_API_QUOTAS =
  "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html";
const WUKONGIM_2 = "v2.2.5-20260422";

const rows = [
  {
    id: "nginx-read-timeout",
    product: "nginx",
    setting: "proxy_read_timeout",
    seconds: 60,
    clock: "silence",
    stack: "nginx",
    confidence: "documented",
    source: "https://nginx.org/en/docs/http/websocket.html",
  },
  {
    id: "nginx-upgrade-headers",
    product: "nginx",
    setting: "proxy_set_header Upgrade, Connection",
    seconds: null,
    clock: "handshake",
    stack: "nginx",
    confidence: "documented",
    source: "https://nginx.org/en/docs/http/websocket.html",
  },
  {
    id: "nginx-upstream",
    product: "nginx",
    setting: "proxy_pass",
    seconds: null,
    clock: "handshake",
    stack: "nginx",
    confidence: "reported",
    source: "https://github.com/evolution-foundation/evolution-api/issues/741",
  },
  {
    id: "ingress-nginx",
    product: "Kubernetes ingress-nginx",
    setting: "proxy-read-timeout, proxy-send-timeout",
    seconds: 60,
    clock: "silence",
    stack: "ingress-nginx",
    confidence: "documented",
    source: "https://kubernetes.github.io/ingress-nginx/user-guide/miscellaneous/#websockets",
  },
  {
    id: "apache-proxy-timeout",
    product: "Apache httpd",
    setting: "ProxyTimeout, else Timeout",
    seconds: 60,
    clock: "silence",
    stack: "apache",
    confidence: "documented",
    source: "https://httpd.apache.org/docs/2.4/mod/mod_proxy.html#proxytimeout",
  },
  {
    id: "haproxy-tunnel",
    product: "HAProxy",
    setting: "timeout tunnel, else timeout client and timeout server",
    seconds: null,
    clock: "silence",
    stack: "haproxy",
    confidence: "documented",
    source: onGitHub("haproxy/haproxy", "doc/configuration.txt"),
  },
  {
    id: "traefik-responding",
    product: "Traefik",
    setting: "respondingTimeouts.readTimeout",
    seconds: 60,
    clock: "none",
    stack: "traefik",
    confidence: "documented",
    source: onGitHub("traefik/traefik", "docs/content/reference/install-configuration/entrypoints.md"),
  },
  {
    id: "caddy-stream",
    product: "Caddy",
    setting: "stream_timeout, stream_close_delay",
    seconds: null,
    clock: "age",
    stack: "caddy",
    confidence: "documented",
    source: "https://caddyserver.com/docs/caddyfile/directives/reverse_proxy",
  },
  {
    id: "envoy-stream-idle",
    product: "Envoy, Istio",
    setting: "stream_idle_timeout",
    seconds: 300,
    clock: "silence",
    stack: "envoy",
    confidence: "documented",
    source: "https://www.envoyproxy.io/docs/envoy/latest/faq/configuration/timeouts",
  },
  {
    id: "aws-alb",
    product: "AWS Application Load Balancer",
    setting: "idle_timeout.timeout_seconds",
    seconds: 60,
    clock: "silence",
    stack: "aws",
    confidence: "documented",
    source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html",
  },
  {
    id: "aws-classic",
    product: "AWS Classic Load Balancer",
    setting: "idle timeout",
    seconds: 60,
    clock: "silence",
    stack: "aws",
    confidence: "documented",
    source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-idle-timeout.html",
  },
  {
    id: "aws-api-idle",
    product: "AWS API Gateway",
    setting: "Idle Connection Timeout",
    seconds: 600,
    clock: "silence",
    stack: "aws",
    confidence: "documented",
    source: AWS_API_QUOTAS,
  },
  {
    id: "aws-api-duration",
    product: "AWS API Gateway",
    setting: "Connection duration",
    seconds: 7200,
    clock: "age",
    stack: "aws",
    confidence: "documented",
    source: AWS_API_QUOTAS,
  },
  {
    id: "google-load-balancer",
    product: "Google Cloud Application Load Balancer",
    setting: "backend service timeout",
    seconds: 30,
    clock: "silence",
    stack: "google-cloud",
    confidence: "documented",
    source: "https://cloud.google.com/load-balancing/docs/backend-service#timeout-setting",
  },
  {
    id: "google-cloud-run",
    product: "Google Cloud Run",
    setting: "request timeout",
    seconds: 300,
    clock: "age",
    stack: "google-cloud",
    confidence: "documented",
    source: "https://cloud.google.com/run/docs/configuring/request-timeout",
  },
  {
    id: "azure-app-service",
    product: "Azure App Service",
    setting: null,
    seconds: 230,
    clock: "silence",
    stack: "azure",
    confidence: "reported",
    source:
      "https://azure-advice.com/2024/08/26/navigating-the-230-second-timeout-in-azure-app-service-technical-insights-and-developer-considerations",
  },
  {
    id: "azure-application-gateway",
    product: "Azure Application Gateway",
    setting: "requestTimeout",
    seconds: 30,
    clock: "silence",
    stack: "azure",
    confidence: "reported",
    source: "https://learn.microsoft.com/en-us/azure/application-gateway/configuration-http-settings",
  },
  {
    id: "cloudflare",
    product: "Cloudflare",
    setting: null,
    seconds: null,
    clock: "age",
    stack: "cloudflare",
    confidence: "documented",
    source: "https://developers.cloudflare.com/network/websockets/",
  },
  {
    id: "heroku",
    product: "Heroku",
    setting: null,
    seconds: 55,
    clock: "silence",
    stack: "heroku",
    confidence: "documented",
    source: "https://devcenter.heroku.com/articles/error-codes#h15-idle-connection",
  },
  {
    id: "render",
    product: "Render",
    setting: null,
    seconds: null,
    clock: "age",
    stack: "render",
    confidence: "documented",
    source: "https://render.com/docs/websocket",
  },
  {
    id: "fly",
    product: "Fly.io",
    setting: "auto_stop_machines",
    seconds: null,
    clock: "age",
    stack: "fly",
    confidence: "documented",
    source: "https://fly.io/learn/websockets-workers-cron/",
  },
  {
    id: "vercel",
    product: "Vercel Functions",
    setting: "maxDuration",
    seconds: 300,
    clock: "age",
    stack: "vercel",
    confidence: "documented",
    source: "https://vercel.com/docs/functions/websockets",
  },
  {
    id: "supabase",
    product: "Supabase Edge Functions",
    setting: null,
    seconds: 150,
    clock: "age",
    stack: "supabase",
    confidence: "documented",
    source: "https://supabase.com/docs/guides/troubleshooting/edge-functions-worker-timeouts-and-websocket-drops",
  },
  {
    id: "socketio-ping",
    product: "Socket.IO",
    setting: "pingInterval + pingTimeout",
    seconds: 45,
    clock: "silence",
    stack: "socketio",
    confidence: "documented",
    source: onGitHub("socketio/socket.io", "docs/engine.io-protocol/v4-current.md"),
  },
  {
    id: "socketio-connect",
    product: "Socket.IO",
    setting: "connectTimeout",
    seconds: 45,
    clock: "age",
    stack: "socketio",
    confidence: "documented",
    source: onGitHub("socketio/socket.io", "packages/socket.io/lib/client.ts"),
  },
  {
    id: "engineio-foreign-upgrade",
    product: "Engine.IO",
    setting: "destroyUpgradeTimeout",
    seconds: 1,
    clock: "handshake",
    stack: "socketio",
    confidence: "documented",
    source: onGitHub("socketio/socket.io", "packages/engine.io/lib/server.ts"),
  },
  {
    id: "node-http",
    product: "Node.js http",
    setting: "keepAliveTimeout",
    seconds: 5,
    clock: "none",
    stack: "node",
    confidence: "documented",
    source: "https://nodejs.org/api/http.html#serverkeepalivetimeout",
  },
  {
    id: "ws-node",
    product: "Node ws",
    setting: null,
    seconds: null,
    clock: "pong",
    stack: "node",
    confidence: "documented",
    source: onGitHub("websockets/ws", "README.md"),
  },
  {
    id: "python-websockets",
    product: "Python websockets",
    setting: "ping_interval + ping_timeout",
    seconds: 40,
    clock: "pong",
    stack: "python",
    confidence: "documented",
    source: onGitHub("python-websockets/websockets", "docs/faq/connection.rst"),
  },
  {
    id: "uvicorn",
    product: "uvicorn",
    setting: "--ws-ping-interval + --ws-ping-timeout",
    seconds: 40,
    clock: "pong",
    stack: "python",
    confidence: "documented",
    source: onGitHub("encode/uvicorn", "docs/settings.md"),
  },
  {
    id: "daphne",
    product: "Daphne (Django Channels)",
    setting: "--websocket_timeout",
    seconds: 86_400,
    clock: "age",
    stack: "python",
    confidence: "documented",
    source: onGitHub("django/daphne", "daphne/cli.py"),
  },
  {
    id: "gunicorn",
    product: "gunicorn",
    setting: "--timeout",
    seconds: 30,
    clock: "age",
    stack: "python",
    confidence: "documented",
    source: "https://docs.gunicorn.org/en/stable/settings.html#timeout",
  },
  {
    id: "python-engineio",
    product: "Flask-SocketIO, python-engineio",
    setting: "ping_interval + ping_timeout",
    seconds: 45,
    clock: "silence",
    stack: "python",
    confidence: "documented",
    source: onGitHub("miguelgrinberg/python-engineio", "src/engineio/base_server.py"),
  },
  {
    id: "tornado",
    product: "Tornado",
    setting: "websocket_ping_interval",
    seconds: null,
    clock: "pong",
    stack: "python",
    confidence: "documented",
    source: onGitHub("tornadoweb/tornado", "tornado/websocket.py"),
  },
  {
    id: "jupyter-server",
    product: "Jupyter Server",
    setting: "ws_ping_interval",
    seconds: 90,
    clock: "pong",
    stack: "python",
    confidence: "documented",
    source: onGitHub("jupyter-server/jupyter_server", "jupyter_server/base/websocket.py"),
  },
  {
    id: "wukongim-connect",
    product: "WuKongIM v2",
    setting: null,
    seconds: 2,
    clock: "silence",
    stack: "wukongim",
    confidence: "documented",
    source: onGitHub("WuKongIM/WuKongIM", "internal/server/server.go", WUKONGIM_2),
  },
  {
    id: "wukongim-idle",
    product: "WuKongIM v2",
    setting: "connIdleTime",
    seconds: 180,
    clock: "silence",
    stack: "wukongim",
    confidence: "documented",
    source: onGitHub("WuKongIM/WuKongIM", "internal/options/options.go", WUKONGIM_2),
  },
  {
    id: "binance",
    product: "Binance",
    setting: null,
    seconds: 60,
    clock: "pong",
    stack: "binance",
    confidence: "documented",
    source: onGitHub("binance/binance-spot-api-docs", "web-socket-streams.md"),
  },
  {
    id: "okx",
    product: "OKX",
    setting: null,
    seconds: 30,
    clock: "silence",
    stack: "okx",
    confidence: "documented",
    source: "https://www.okx.com/docs-v5/en/",
  },
  {
    id: "deepgram",
    product: "Deepgram",
    setting: null,
    seconds: 10,
    clock: "silence",
    stack: "deepgram",
    confidence: "documented",
    source: onGitHub("deepgram/deepgram-docs", "fern/docs/audio-keep-alive.mdx"),
  },
  {
    id: "openai-realtime",
    product: "OpenAI Realtime API",
    setting: null,
    seconds: 3600,
    clock: "age",
    stack: "openai",
    confidence: "reported",
    source: "https://github.com/pollen-robotics/reachy_mini_conversation_app/issues/134",
  },
  {
    id: "mattermost-alb",
    product: "Mattermost behind an AWS load balancer",
    setting: "idle_timeout.timeout_seconds",
    seconds: 60,
    clock: "silence",
    stack: "mattermost",
    confidence: "reported",
    source: "https://github.com/mattermost/docs/issues/8929",
  },
] as const satisfies readonly IdleRow[];

/** Names a limit in every language. */
export type IdleLimitId = (typeof rows)[number]["id"];

/** After what a product ends a connection by default. How it does, and what to change, stands in i18n/codes. */
export interface IdleLimit extends IdleRow {
  readonly id: IdleLimitId;
}

export const idleLimits: readonly IdleLimit[] = rows;

/** Seconds. Timers are looked at now and then, later the longer they run, and the end has to travel. */
const LATE_AT_LEAST = 1.5;
const LATE_SHARE = 0.02;
/** Seconds. The product heard the last frame before we did: what it counted is a little longer than what we saw. */
const EARLY = 0.5;

function fits(silence: number, limit: number): boolean {
  const late = silence - limit;
  return late >= -EARLY && late <= Math.max(LATE_AT_LEAST, LATE_SHARE * limit);
}

/**
 * The limits that a silence before the end points at, best fit first, then documented before reported.
 * Only those that count silence: a lifetime or a ping without a pong fits a silence by chance alone. Defaults only;
 * whoever runs the product may have set another value, so a fit is a pointer and no proof.
 * @param seconds from the last frame, either way, to the end of the connection
 */
export function limitsNear(seconds: number): readonly IdleLimit[] {
  const distance = (limit: IdleLimit): number => Math.abs(seconds - (limit.seconds ?? 0));
  const doubt = ({ confidence }: IdleLimit): number => (confidence === "documented" ? 0 : 1);
  return idleLimits
    .filter((limit) => limit.clock === "silence" && limit.seconds !== null && fits(seconds, limit.seconds))
    .toSorted((one, other) => distance(one) - distance(other) || doubt(one) - doubt(other));
}
