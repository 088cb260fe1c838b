import type { LibraryKey } from "../../../core/explain/codeRegistry.ts";
import type { CodeSentences } from "../codeTexts.ts";

export const libraries: CodeSentences<LibraryKey> = {
  "4004:graphql-ws": ["客户端收到了无法理解的消息，由客户端关闭。", "服务器使用的协议不是 `graphql-transport-ws`。"],
  "4005:graphql-ws": ["客户端内部出现异常，由客户端关闭。", "客户端的某个回调抛出了异常。"],
  "4400:graphql-ws": ["服务器收到了无法理解的消息。", "消息不是 `graphql-transport-ws` 的 JSON，或 `type` 未知。"],
  "4401:graphql-ws": ["`subscribe` 早于连接得到确认。", "没有发送 `connection_init`，或尚未收到 `connection_ack`。"],
  "4403:graphql-ws": [
    "服务器拒绝了连接：`onConnect` 返回了 `false`。",
    "`connection_init` 的 payload 中令牌不对或缺失。",
  ],
  "4406:graphql-ws": [
    "客户端没有提出子协议 `graphql-transport-ws`。",
    "客户端使用较旧的 `graphql-ws` 子协议，或根本没有设置子协议。",
  ],
  "4408:graphql-ws": ["在时限内没有收到 `connection_init`。", "客户端建立连接后没有发送任何内容。"],
  "4409:graphql-ws": ["`subscribe` 的 `id` 已被占用。", "前一个操作仍在进行，又发送了相同的 id。"],
  "4429:graphql-ws": ["`connection_init` 发送了不止一次。", "手动重复发送，或客户端自己重复发送。"],
  "4499:graphql-ws": ["客户端自行终止。这个关闭码只在本地出现，不会在线路上传输。", "调用了 `client.terminate()`。"],
  "4500:graphql-ws": ["服务器出现异常。", "resolver 或钩子中的错误没有被捕获。"],
  "4504:graphql-ws": ["在时限内没有收到 `connection_ack`，由客户端关闭。", "服务器收到 `connection_init` 后没有应答。"],
  "1002:subscriptions-transport-ws": [
    "客户端提出的子协议既不是 `graphql-ws`，也不是 `graphql-subscriptions`。",
    "较新的 `graphql-transport-ws` 客户端连到了旧协议的服务器。",
  ],
  "1011:subscriptions-transport-ws": [
    "服务器先发送 `connection_error`，10 毫秒后关闭。",
    "`onConnect` 拒绝或抛出异常；关闭前的那条消息给出了原因。",
  ],
  "1002:ws-node": [
    "有帧违反规则：RSV 位、opcode、掩码、分片或控制帧。",
    "`101` 之后的数据不是 WebSocket，例如一段 HTTP 错误文本。",
  ],
  "1007:ws-node": ["文本帧或关闭原因不是 UTF-8。", "把二进制数据当作文本发送。"],
  "1008:ws-node": ["消息的分块数超过了 `maxBufferedChunks` 或 `maxFragments`。", "大量极小的分片。"],
  "1009:ws-node": ["消息超过了 `maxPayload`，默认 100 MiB。", "内容超过了设得更低的上限；Engine.IO 设为 1 MB。"],
  "1005:socketio": [
    "由服务器关闭。Engine.IO 不使用关闭码，客户端报告 `transport close`。",
    "`io.close()`、ping 没有得到应答、45 秒内没有加入命名空间，或数据包无效。",
  ],
  "1006:socketio:path": [
    "普通 WebSocket 连到 `/socket.io/` 以外的路径，1 秒后被断开且没有应答。",
    "用 WebSocket 客户端连接了 Socket.IO 服务器。经过 nginx 时表现为 HTTP 502。",
  ],
  "1006:socketio:version": [
    "服务器对 `EIO=3` 返回 `101`，随后却往套接字里写入 HTTP 文本。",
    "Socket.IO 1 或 2 的客户端连到了未开启 `allowEIO3` 的 3 或 4 版服务器。",
  ],
  "1009:socketio": [
    "消息超过了 `maxHttpBufferSize`，默认 1 MB。",
    "内容太大。走轮询时则是 HTTP 413 和 `transport error`。",
  ],
  "1000:sockjs-client": ["客户端正常关闭。", "页面调用了 `close()`。"],
  "1002:sockjs-client": ["第一个请求 `/info` 失败。", "服务器停机、路径前缀不同，或 CORS 不允许该页面。"],
  "1006:sockjs-client": ["服务器已不认识这个会话。", "服务器重启，或多台服务器之间没有会话保持。"],
  "2000:sockjs-client": ["没有一种传输方式能够连接。", "服务器停机，或代理、防火墙拦截了所有传输方式。"],
  "2007:sockjs-client": ["一种传输方式没有按时建立。", "该传输方式缓慢或被拦截；客户端会尝试下一种。"],
  "2010:sockjs-server": ["该会话已有一个连接。", "两种传输方式或两个标签页使用了同一个会话 id。"],
  "3000:sockjs-server": [
    "关闭原因说明是哪一种：`Broken framing.` 或 `No response from heartbeat`。",
    "消息不是 JSON，或客户端不再发送任何内容。",
  ],
  "4500:spring": ["发送没有在时限内完成，会话不再可靠。", "客户端读取太慢，或发送缓冲区已满。"],
  "1011:python-websockets": [
    "ping 在 `ping_timeout` 内没有得到 pong：每 20 秒一次 ping，等待 20 秒。",
    "事件循环被阻塞，或网络已断开。",
  ],
  "1012:uvicorn": ["服务器正在停机。", "重新加载或部署。"],
  "1009:tornado": ["消息超过了 `websocket_max_message_size`。", "内容超过服务器的上限。"],
  "1011:daphne": ["consumer 抛出了异常。", "应用代码出错；详情在服务器日志中。"],
  "1000:phoenix": ["客户端以 `heartbeat timeout` 关闭，随后重新连接。", "服务器没有应答 `phoenix` 主题上的心跳。"],
  "1001:nats": ["读写失败、连接失去响应，或服务器停机。", "`PING` 没有得到 `PONG`，或服务器重启。"],
  "1002:nats": ["服务器无法解析收到的内容，或协议版本不符。", "不使用 NATS 协议的客户端发送了普通文本。"],
  "1008:nats": ["认证失败、过期或超时，或达到了某项上限。", "`CONNECT` 没有带凭据、读取太慢，或连接、订阅过多。"],
  "1009:nats": ["消息超过了 `max_payload`。", "内容超过服务器的上限。"],
  "1011:nats": ["其他的结束方式，名称写在关闭原因里。", "见关闭原因。"],
  "1000:websockify": ["websockify 背后的 TCP 服务器关闭了连接。", "VNC 服务器结束了会话。"],
  "1011:websockify": ["无法连到 websockify 背后的 TCP 服务器。", "VNC 服务器停机，或配置中是另一个目标。"],
  "4000:protoo": ["服务器有意关闭，客户端不再重连。", "该成员被移出，或房间已关闭。"],
  "1000:atproto-client": ["正常结束，客户端不重试。", "数据流被有意停止。"],
  "1008:atproto-client": ["客户端视为暂时的拒绝，会重试。", "`ConsumerTooSlow` 等错误。"],
};
