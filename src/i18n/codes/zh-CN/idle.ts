import type { IdleSentences } from "../codeTexts.ts";

export const idle: IdleSentences = {
  "nginx-read-timeout": [
    "60 秒没有收到上游的任何字节：nginx 关闭 TCP，没有关闭帧，浏览器报告 `1006`。错误日志中有 `upstream timed out`。",
    "在 location 中设置 `proxy_read_timeout 3600s; proxy_send_timeout 3600s;`，或让服务器每 25 秒 ping 一次。",
  ],
  "nginx-upgrade-headers": [
    "没有升级头时，服务器返回 426 或 400，浏览器立即报告 `1006`。Socket.IO 则一直停留在轮询。",
    '`proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";`',
  ],
  "nginx-upstream": [
    "HTTP 502，浏览器报告 `1006`。错误日志能区分端口未监听和上游在应答之前就结束。",
    "`proxy_pass` 的协议和端口要与上游一致；Socket.IO 使用路径 `/socket.io/`。",
  ],
  "ingress-nginx": [
    "与 nginx 相同：60 秒没有数据后 `1006`。重新加载配置时，连接也会在 `worker-shutdown-timeout` 之后结束。",
    '注解 `nginx.ingress.kubernetes.io/proxy-read-timeout: "3600"` 和 `proxy-send-timeout: "3600"`。',
  ],
  "apache-proxy-timeout": [
    "TCP 关闭，没有关闭帧：`1006`。",
    '`ProxyTimeout 3600`，2.4.47 起配合 `ProxyPass "/ws/" "http://app:3000/ws/" upgrade=websocket`。',
  ],
  "haproxy-tunnel": [
    "两个方向都没有数据：TCP 关闭，`1006`。没有默认值；client 和 server 常设为 30 到 50 秒。",
    "在 `timeout client 30s` 和 `timeout server 30s` 之外设置 `timeout tunnel 1h`。",
  ],
  "traefik-responding": [
    "这个时限针对读取请求，文档没有说它针对 WebSocket。",
    "WebSocket 无需更改。`readTimeout=0` 有助于较大的上传。",
  ],
  "caddy-stream": [
    "默认没有空闲超时。重新加载配置会以关闭帧关闭所有 WebSocket。",
    "在 `reverse_proxy` 中设置 `stream_close_delay 5m`，让连接在重新加载后继续。",
  ],
  "envoy-stream-idle": [
    "流被重置：`1006`。路由的 15 秒时限针对响应，流式连接需要关闭它。",
    "在路由中设置 `timeout: 0s`、`idle_timeout: 3600s` 和 `upgrade_type: websocket`。",
  ],
  "aws-alb": [
    "连接被关闭：`1006`。TCP keepalive 不算，必须有数据。",
    "间隔小于 60 秒的 ping，或 `aws elbv2 modify-load-balancer-attributes --attributes Key=idle_timeout.timeout_seconds,Value=300`。",
  ],
  "aws-classic": [
    "连接被关闭：`1006`。HTTP 监听器不转发升级请求，TCP 和 SSL 监听器可以。",
    "延长空闲超时，或改用 Application 或 Network Load Balancer。",
  ],
  "aws-api-idle": [
    "10 分钟没有消息，网关即关闭。这个时限不能提高。",
    "至少每 10 分钟发送一条应用消息，并让客户端自动重连。",
  ],
  "aws-api-duration": ["满 2 小时后由网关关闭，无论是否繁忙。", "客户端在 2 小时之前用新的令牌重连。"],
  "google-load-balancer": [
    "空闲连接到时被关闭，`1006`；经典型负载均衡器连活动的连接也会关闭。",
    "`gcloud compute backend-services update NAME --global --timeout=86400`。",
  ],
  "google-cloud-run": [
    "一个 WebSocket 就是一个请求，到请求超时即结束：默认 5 分钟，最长 60 分钟。",
    "`gcloud run services update NAME --timeout=3600`，并让客户端自动重连。",
  ],
  "azure-app-service": [
    "230 秒没有数据的 TCP 连接会被前端断开：`1006`。",
    "间隔小于 230 秒的 ping；配置中还要开启 Web sockets。",
  ],
  "azure-application-gateway": [
    "没有数据的连接到后端的请求超时即被关闭：`1006`。",
    "`az network application-gateway http-settings update --timeout 3600`，或间隔更短的 ping。",
  ],
  cloudflare: [
    "边缘节点重启会结束 WebSocket：`1006`。常有人报告 100 秒的空闲超时，文档没有写明。",
    "每 30 秒一次 ping，并让客户端自动重连。该域名还要开启 WebSockets。",
  ],
  heroku: [
    "55 秒没有数据，路由即关闭：`1006`，其日志中有 `H15`。",
    "间隔小于 55 秒的 ping。Socket.IO 还需要会话保持，或只用 `websocket` 传输方式。",
  ],
  render: ["部署会替换实例并结束其连接。", "客户端自动重连，等待逐次延长。"],
  fly: [
    "部署或机器停止会结束连接；连接时长没有上限。",
    "客户端自动重连；`auto_stop_machines` 可能停掉看似空闲的应用。",
  ],
  vercel: [
    "函数达到最长执行时间时连接结束：300 秒，按套餐最长 800 秒。",
    "延长 `maxDuration`，并让客户端自动重连。Socket.IO 只用 `websocket` 传输方式。",
  ],
  supabase: [
    "worker 到达总时长上限即被回收，按套餐为 150 或 400 秒，常常在一半左右就发生。",
    "`EdgeRuntime.waitUntil()`，传入在套接字关闭时才完成的 promise。",
  ],
  "socketio-ping": [
    "不应答的客户端在 `pingTimeout` 之后被断开，`1005`；45 秒没有收到任何内容的客户端报告 `ping timeout`。",
    "途中每个代理的空闲超时都要大于 25 秒，最好大于 45 秒。",
  ],
  "socketio-connect": [
    "没有加入命名空间的连接在 45 秒后被关闭，`1005`。",
    "协议选择 Socket.IO，或在普通 WebSocket 中先发送 `40`。",
  ],
  "engineio-foreign-upgrade": [
    "对其他路径的升级在 1 秒后被断开且没有应答：`1006`；经过 nginx 时为 HTTP 502。",
    "使用路径 `/socket.io/`；若另一个 WebSocket 服务器共用端口，则设置 `destroyUpgrade: false`。",
  ],
  "node-http": [
    "HTTP 的 5 秒、60 秒和 300 秒时限在升级之后不再适用。代理之后的 keep-alive 过短会导致 502。",
    "`server.keepAliveTimeout = 65000; server.headersTimeout = 66000`。",
  ],
  "ws-node": [
    "不会自行关闭：已消失的一端会一直保留，直到 TCP 放弃。",
    "定时 ping，对上一次没有 pong 的套接字调用 `terminate()`。",
  ],
  "python-websockets": [
    "每 20 秒一次 ping，pong 的时限为 20 秒；超时后 close `1011`，原因 `keepalive ping timeout`。",
    "不要阻塞事件循环，或延长 `ping_timeout`。",
  ],
  uvicorn: ["ping 没有得到 pong 即关闭；停机时为 `1012`。", "`uvicorn --ws-ping-interval 20 --ws-ping-timeout 60`。"],
  daphne: ["每个连接满 24 小时即结束；ping 在 30 秒内没有 pong 则更早结束。", "`daphne --websocket_timeout -1`。"],
  gunicorn: [
    "sync worker 被占用 30 秒即被终止，其 WebSocket 随之结束：`1006`。",
    "使用异步 worker：`gunicorn -k uvicorn.workers.UvicornWorker`、`gevent` 或 `eventlet`。",
  ],
  "python-engineio": [
    "与 Socket.IO 相同：每 25 秒一次 ping，应答时限 20 秒。",
    "途中每个代理的空闲超时都要大于 45 秒。",
  ],
  tornado: ["默认不发送 ping，已消失的一端会一直保留。", "在 settings 中设置 `websocket_ping_interval=25`。"],
  "jupyter-server": ["每 30 秒一次 ping，约连续三次没有 pong 即关闭。", "延长 `ServerApp.websocket_ping_interval`。"],
  "wukongim-connect": [
    "没有收到 connect 包时，TCP 在建立 2 到 3 秒后关闭：`1006`。",
    "建立连接后第一条消息就发送 connect 包。",
  ],
  "wukongim-idle": [
    "客户端 3 到 4.5 分钟不发送任何内容，TCP 就会关闭，没有关闭帧：`1006`。",
    "客户端每 25 到 60 秒发送一次 ping。",
  ],
  binance: ["ping 在一分钟内没有 pong 即关闭；每个连接满 24 小时结束。", "浏览器会自动应答 ping；客户端每天重连一次。"],
  okx: ["close `4004`：`No data received in 30s`。", "每 25 秒发送文本 `ping`。"],
  deepgram: ["close `1011`，原因 `NET-0001`。", '每 3 到 5 秒发送 `{"type":"KeepAlive"}`。'],
  "openai-realtime": ["满 60 分钟后 close `1001`。", "在一小时之前开始新的会话。"],
  "mattermost-alb": [
    "服务器每 60 秒 ping 一次，负载均衡器也在 60 秒后放弃：先到者为准。",
    "把负载均衡器的空闲超时设为 300 秒。",
  ],
};
