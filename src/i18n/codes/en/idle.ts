import type { IdleSentences } from "../codeTexts.ts";

export const idle: IdleSentences = {
  "nginx-read-timeout": [
    "No byte from the upstream for 60 s: nginx closes TCP without a Close frame, and the browser reports `1006`. The error log says `upstream timed out`.",
    "`proxy_read_timeout 3600s; proxy_send_timeout 3600s;` in the location, or a ping of the server every 25 s.",
  ],
  "nginx-upgrade-headers": [
    "Without the upgrade headers the server answers 426 or 400, and the browser reports `1006` at once. Socket.IO stays on polling.",
    '`proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";`',
  ],
  "nginx-upstream": [
    "HTTP 502, and `1006` in the browser. The error log tells a closed port from an upstream that ended before it answered.",
    "`proxy_pass` with the scheme and port of the upstream; for Socket.IO the path `/socket.io/`.",
  ],
  "ingress-nginx": [
    "As nginx: `1006` after 60 s without data. A reload of the configuration ends connections too, after `worker-shutdown-timeout`.",
    'The annotations `nginx.ingress.kubernetes.io/proxy-read-timeout: "3600"` and `proxy-send-timeout: "3600"`.',
  ],
  "apache-proxy-timeout": [
    "TCP is closed without a Close frame: `1006`.",
    '`ProxyTimeout 3600`, with `ProxyPass "/ws/" "http://app:3000/ws/" upgrade=websocket` from 2.4.47 on.',
  ],
  "haproxy-tunnel": [
    "No data in either direction: TCP is closed, `1006`. There is no default; 30 to 50 s for client and server are common.",
    "`timeout tunnel 1h` next to `timeout client 30s` and `timeout server 30s`.",
  ],
  "traefik-responding": [
    "The limit is for reading a request; it is not described as one for WebSockets.",
    "Nothing to change for WebSockets. `readTimeout=0` helps large uploads.",
  ],
  "caddy-stream": [
    "No idle limit by default. A reload of the configuration closes every WebSocket with a Close frame.",
    "`stream_close_delay 5m` in `reverse_proxy` keeps connections over a reload.",
  ],
  "envoy-stream-idle": [
    "The stream is reset: `1006`. The 15 s limit of a route is for responses and has to be off for streams.",
    "In the route: `timeout: 0s`, `idle_timeout: 3600s`, and `upgrade_type: websocket`.",
  ],
  "aws-alb": [
    "The connection is closed: `1006`. TCP keepalive does not count, data has to flow.",
    "A ping below 60 s, or `aws elbv2 modify-load-balancer-attributes --attributes Key=idle_timeout.timeout_seconds,Value=300`.",
  ],
  "aws-classic": [
    "The connection is closed: `1006`. HTTP listeners do not pass the upgrade on; TCP and SSL listeners do.",
    "A longer idle timeout, or an Application or Network Load Balancer.",
  ],
  "aws-api-idle": [
    "The gateway closes after 10 min without a message. The limit cannot be raised.",
    "A message of the application at least every 10 min, and a client that connects again.",
  ],
  "aws-api-duration": [
    "The gateway closes after 2 h, busy or not.",
    "A client that connects again before 2 h, with a fresh token.",
  ],
  "google-load-balancer": [
    "Idle connections are closed after the timeout, `1006`; a classic load balancer closes active ones too.",
    "`gcloud compute backend-services update NAME --global --timeout=86400`.",
  ],
  "google-cloud-run": [
    "A WebSocket is one request and ends at the request timeout: 5 min by default, 60 min at most.",
    "`gcloud run services update NAME --timeout=3600`, and a client that connects again.",
  ],
  "azure-app-service": [
    "The front end drops a TCP connection without data after 230 s: `1006`.",
    "A ping below 230 s; Web sockets have to be on in the configuration.",
  ],
  "azure-application-gateway": [
    "A connection without data is closed at the request timeout of the backend: `1006`.",
    "`az network application-gateway http-settings update --timeout 3600`, or a ping below the limit.",
  ],
  cloudflare: [
    "Restarts of the edge end WebSockets: `1006`. 100 s of silence are often reported as a limit and not documented.",
    "A ping every 30 s and a client that connects again. WebSockets have to be on for the zone.",
  ],
  heroku: [
    "The router closes after 55 s without data: `1006`, and `H15` in its log.",
    "A ping below 55 s. Socket.IO also needs session affinity, or `websocket` as its only transport.",
  ],
  render: [
    "A deploy replaces the instance and ends its connections.",
    "A client that connects again, with growing waits.",
  ],
  fly: [
    "A deploy or a stopped machine ends the connection; there is no limit on its duration.",
    "A client that connects again; `auto_stop_machines` may stop an app that looks idle.",
  ],
  vercel: [
    "The connection ends when the function reaches its longest duration: 300 s, or up to 800 s by plan.",
    "A longer `maxDuration`, and a client that connects again. Socket.IO with `websocket` as its only transport.",
  ],
  supabase: [
    "The worker is retired at its wall clock limit, 150 s or 400 s by plan, and often near half of it.",
    "`EdgeRuntime.waitUntil()` with a promise that resolves when the socket closes.",
  ],
  "socketio-ping": [
    "A client that does not answer is dropped after `pingTimeout` with `1005`; a client that hears nothing for 45 s reports `ping timeout`.",
    "An idle limit above 25 s, better above 45 s, in every proxy on the way.",
  ],
  "socketio-connect": [
    "A connection that joins no namespace is closed after 45 s with `1005`.",
    "Socket.IO as the protocol, or `40` as the first message of a plain WebSocket.",
  ],
  "engineio-foreign-upgrade": [
    "An upgrade to another path is dropped after 1 s without an answer: `1006`; behind nginx HTTP 502.",
    "The path `/socket.io/`, or `destroyUpgrade: false` where another WebSocket server shares the port.",
  ],
  "node-http": [
    "The limits for HTTP, 5 s, 60 s and 300 s, do not apply after the upgrade. A short keep-alive behind a proxy gives 502.",
    "`server.keepAliveTimeout = 65000; server.headersTimeout = 66000`.",
  ],
  "ws-node": [
    "Nothing is closed by itself: a peer that is gone stays until TCP gives up.",
    "A ping at an interval and `terminate()` for a socket that sent no pong since the last.",
  ],
  "python-websockets": [
    "A ping every 20 s has 20 s for its pong; then close `1011` with `keepalive ping timeout`.",
    "An event loop that is never blocked, or a longer `ping_timeout`.",
  ],
  uvicorn: [
    "Closed when a ping gets no pong; `1012` on shutdown.",
    "`uvicorn --ws-ping-interval 20 --ws-ping-timeout 60`.",
  ],
  daphne: [
    "Every connection ends after 24 h; a ping without a pong for 30 s ends it sooner.",
    "`daphne --websocket_timeout -1`.",
  ],
  gunicorn: [
    "A sync worker that is busy for 30 s is killed, and its WebSocket with it: `1006`.",
    "An async worker: `gunicorn -k uvicorn.workers.UvicornWorker`, `gevent` or `eventlet`.",
  ],
  "python-engineio": [
    "As Socket.IO: a ping every 25 s and 20 s for its answer.",
    "An idle limit above 45 s in every proxy on the way.",
  ],
  tornado: ["No pings by default, so that a peer that is gone stays.", "`websocket_ping_interval=25` in the settings."],
  "jupyter-server": [
    "Closed when about three pings in a row, one every 30 s, get no pong.",
    "A longer `ServerApp.websocket_ping_interval`.",
  ],
  "wukongim-connect": [
    "TCP is closed 2 to 3 s after opening when no connect packet comes: `1006`.",
    "The connect packet as the first message after opening.",
  ],
  "wukongim-idle": [
    "TCP is closed without a Close frame after 3 to 4.5 min of silence of the client: `1006`.",
    "A ping of the client every 25 to 60 s.",
  ],
  binance: [
    "Closed when a ping gets no pong within a minute; every connection ends after 24 h.",
    "Browsers answer pings by themselves; a client that connects again once a day.",
  ],
  okx: ["Close `4004`: `No data received in 30s`.", "The text `ping` every 25 s."],
  deepgram: ["Close `1011` with `NET-0001`.", '`{"type":"KeepAlive"}` every 3 to 5 s.'],
  "openai-realtime": ["Close `1001` after 60 minutes.", "A new session before the hour is over."],
  "mattermost-alb": [
    "The server pings every 60 s and the load balancer gives up after 60 s: whichever is first.",
    "An idle timeout of 300 s in the load balancer.",
  ],
};
