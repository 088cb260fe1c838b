import type { TemplateTexts } from "./templateTexts.ts";

const evolutionEvents =
  "connection.update、qrcode.updated、messages.upsert、messages.update、send.message、contacts.upsert、chats.upsert、presence.update、call";

export const zhCN: TemplateTexts = {
  about: {
    "evolutionapi-instance": "Socket.IO v4，使用单个实例的命名空间；只能接收。",
    "evolutionapi-global": "Socket.IO v4，命名空间 `/`，且 `WEBSOCKET_GLOBAL_EVENTS=true`：接收所有实例的事件。",
    wukongim: "文本帧里的 JSON-RPC。连接后立即发送 connect，因为服务器只等 2 秒。",
    "graphql-ws": "子协议 `graphql-transport-ws`：连接后立即发送 `connection_init`，然后订阅。",
    stomp: "STOMP 1.0–1.2，RabbitMQ、ActiveMQ、Spring 都支持。每个帧以字节 0 结尾。",
    mqtt: "以十六进制书写完整的 MQTT 报文，放在二进制帧里。Mosquitto 监听 9001，EMQX 监听 8083。",
    "home-assistant": "用长期访问令牌登录；id 自动递增。",
    echo: "公共服务器，收到什么就返回什么。",
    "echo-postman": "公共服务器，收到什么就返回什么。",
  },
  notes: {
    "evolutionapi-instance": `只能接收：消息通过 REST API 发送。在「变量」中填写 instanceName 和 apikey。\n事件：${evolutionEvents}。\n密钥放在查询参数里：分享链接时不要带上它。`,
    "evolutionapi-global": `在「变量」中填写 apikey。会收到所有实例的事件，用 payload.instance 区分。\n事件：${evolutionEvents}。\n密钥放在查询参数里：分享链接时不要带上它。`,
    wukongim:
      "从 2.2.3 起 payload 是 Base64；更早的版本是对象本身。reasonCode 为 1 表示成功。\n下发给客户端的地址见 HTTP API（端口 5001）的 /route。",
    "graphql-ws": "",
    stomp: "",
    mqtt: "CONNECT 报文里的客户端名为「sock」，不带用户名，保活 60 秒；每 30 秒发送一次 PINGREQ。",
    "home-assistant": "令牌在个人资料的「安全」中创建。",
    echo: "由他人运营：你发送的内容会离开本机。",
    "echo-postman": "由他人运营：你发送的内容会离开本机。",
  },
  checklists: {
    evolutionapi: [
      "`GET {url}/` 返回版本号。如果没有，则地址或端口不对。",
      "`GET {url}/socket.io/?EIO=4&transport=polling&apikey=…`：200 且内容为 `0{…}` 表示已开启；404 加 JSON 表示 `WEBSOCKET_ENABLED` 没有开启；403 加 JSON 是密钥的问题；502 是代理的问题；200 加 HTML 则是另一个应用。",
      "协议是 Socket.IO，不是原生 WebSocket：后者一秒后以 1006 结束，经过 nginx 时则得到 502。",
      "命名空间必须与实例名完全一致，区分大小写，不做 URL 编码；或者用 `/` 并设置 `WEBSOCKET_GLOBAL_EVENTS=true`。",
      "「Invalid namespace」：命名空间要等第一个事件发出后才存在。先调用 `POST /websocket/set/{instance}`，再触发一个事件，例如 `GET /instance/connect/{instance}`。",
      "已连接却没有消息：检查 `WEBSOCKET_GLOBAL_EVENTS` 或事件列表。套接字上的事件名是小写加点号：`messages.upsert`。",
      "经过 nginx 时：`/socket.io/` 的 location 中要有 `Upgrade` 和 `Connection` 头。",
      "从 HTTPS 页面连接时，地址必须是 https 或 wss。",
    ],
    wukongim: [
      "`GET http://host:5001/route?uid=…` 下发客户端要连接的地址，客户端必须能够访问它。「检查 /route」可以检查它。",
      "下发的是 127.0.0.1、空主机或容器地址：设置 `external.ip` 或 `external.wsAddr`（3 版是 `api.external_ws_addr`），再执行 `docker compose up -d`；restart 不会重新读取环境变量。",
      "2 到 3 秒后以 1006 关闭：没有收到 `connect`。它必须是第一条消息，连接后立即发送。",
      "`connect` 之后没有应答，4 到 6 秒后 1006：令牌被拒绝，2 版不会说明；3 版会返回 `reasonCode` 2、19 或 21。",
      "`reasonCode` 为 1 是成功，0 是未知。",
      "3 分钟后关闭：服务器没有收到客户端的任何数据。心跳每 25 秒发送一次 `ping`。",
      "`unknown notification method 'ping'`：`ping` 要带 `id`，而且必须是字符串。",
      "从 HTTPS 页面只能用 `wss_addr`，并使用证书中列出的域名。",
    ],
  },
};
