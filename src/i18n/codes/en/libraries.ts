import type { LibraryKey } from "../../../core/explain/codeRegistry.ts";
import type { CodeSentences } from "../codeTexts.ts";

export const libraries: CodeSentences<LibraryKey> = {
  "4004:graphql-ws": [
    "The client got a message that it cannot read. The client closes.",
    "The server speaks another protocol than `graphql-transport-ws`.",
  ],
  "4005:graphql-ws": ["An exception inside the client. The client closes.", "A callback of the client that throws."],
  "4400:graphql-ws": [
    "The server got a message that it cannot read.",
    "A message that is not JSON of `graphql-transport-ws`, or has an unknown `type`.",
  ],
  "4401:graphql-ws": [
    "A `subscribe` came before the connection was acknowledged.",
    "No `connection_init` was sent, or its `connection_ack` had not come yet.",
  ],
  "4403:graphql-ws": [
    "The server refused the connection: `onConnect` returned `false`.",
    "A wrong or missing token in the payload of `connection_init`.",
  ],
  "4406:graphql-ws": [
    "The subprotocol `graphql-transport-ws` was not offered.",
    "A client of the older `graphql-ws` subprotocol, or no subprotocol at all.",
  ],
  "4408:graphql-ws": [
    "No `connection_init` came in the time allowed.",
    "The client opened the connection and stayed silent.",
  ],
  "4409:graphql-ws": [
    "The `id` of a `subscribe` is in use already.",
    "The same operation id sent twice while the first one still runs.",
  ],
  "4429:graphql-ws": [
    "`connection_init` came more than once.",
    "The message was sent again by hand, or by a client that repeats it.",
  ],
  "4499:graphql-ws": [
    "The client ended itself. The code is local and never on the wire.",
    "A call of `client.terminate()`.",
  ],
  "4500:graphql-ws": ["An exception on the server.", "An error in a resolver or hook that nothing caught."],
  "4504:graphql-ws": [
    "No `connection_ack` came in time. The client closes.",
    "The server stayed silent after `connection_init`.",
  ],
  "1002:subscriptions-transport-ws": [
    "Neither `graphql-ws` nor `graphql-subscriptions` was offered as subprotocol.",
    "A client of the newer `graphql-transport-ws` against a server of the older protocol.",
  ],
  "1011:subscriptions-transport-ws": [
    "The server sent `connection_error` and closed 10 ms later.",
    "`onConnect` rejected or threw; the message before the close says why.",
  ],
  "1002:ws-node": [
    "A frame broke the rules: RSV bits, opcode, mask, fragments or control frames.",
    "Data that is not WebSocket after the `101`, such as the text of an HTTP error.",
  ],
  "1007:ws-node": ["A text frame or a close reason is not UTF-8.", "Binary data sent as text."],
  "1008:ws-node": [
    "A message came in more pieces than `maxBufferedChunks` or `maxFragments` allow.",
    "A flood of very small fragments.",
  ],
  "1009:ws-node": [
    "A message is larger than `maxPayload`: 100 MiB by default.",
    "A payload above a limit that was set lower; Engine.IO sets 1 MB.",
  ],
  "1005:socketio": [
    "The server closed. Engine.IO uses no close codes; the client reports `transport close`.",
    "`io.close()`, a ping that was not answered, no namespace joined in 45 s, or an invalid packet.",
  ],
  "1006:socketio:path": [
    "A plain WebSocket to another path than `/socket.io/` is dropped after 1 s, unanswered.",
    "A WebSocket client against a Socket.IO server. Behind nginx the same shows as HTTP 502.",
  ],
  "1006:socketio:version": [
    "The server answers `101` to `EIO=3` and then writes HTTP text into the socket.",
    "A client of Socket.IO 1 or 2 against a server of version 3 or 4 without `allowEIO3`.",
  ],
  "1009:socketio": [
    "A message is larger than `maxHttpBufferSize`: 1 MB by default.",
    "A large payload. Over polling the same ends in HTTP 413 and `transport error`.",
  ],
  "1000:sockjs-client": ["The client closed normally.", "The page called `close()`."],
  "1002:sockjs-client": [
    "The first request, `/info`, failed.",
    "The server is down, the prefix is another one, or CORS does not allow the page.",
  ],
  "1006:sockjs-client": [
    "The server no longer knows the session.",
    "A restart, or several servers without sticky sessions.",
  ],
  "2000:sockjs-client": [
    "No transport could connect.",
    "The server is down, or a proxy or firewall stops every transport.",
  ],
  "2007:sockjs-client": [
    "A transport did not open in time.",
    "A slow or blocked transport; the client goes on with the next.",
  ],
  "2010:sockjs-server": ["The session has a connection already.", "Two transports, or two tabs, with one session id."],
  "3000:sockjs-server": [
    "The reason tells which: `Broken framing.` or `No response from heartbeat`.",
    "A message that is not JSON, or a client that went silent.",
  ],
  "4500:spring": [
    "Sending did not finish within its limit, and the session is no longer reliable.",
    "A client that reads slowly, or a send buffer that is full.",
  ],
  "1011:python-websockets": [
    "A ping got no pong within `ping_timeout`: 20 s, with a ping every 20 s.",
    "An event loop that is blocked, or a network that is gone.",
  ],
  "1012:uvicorn": ["The server shuts down.", "A reload or a deploy."],
  "1009:tornado": ["A message is larger than `websocket_max_message_size`.", "A payload above the server's limit."],
  "1011:daphne": ["The consumer raised an exception.", "An error in application code; the server's log has it."],
  "1000:phoenix": [
    "The client closed with `heartbeat timeout` and connects again.",
    "The server did not answer the heartbeat on the topic `phoenix`.",
  ],
  "1001:nats": [
    "A read or write failed, the connection went stale, or the server shuts down.",
    "A `PING` without `PONG`, or a restart.",
  ],
  "1002:nats": [
    "The server could not parse what came, or the protocol version is another one.",
    "Plain text from a client that does not speak NATS.",
  ],
  "1008:nats": [
    "Authentication failed, expired or took too long, or a limit was reached.",
    "A `CONNECT` without credentials, a slow reader, or too many connections or subscriptions.",
  ],
  "1009:nats": ["A message is larger than `max_payload`.", "A payload above the server's limit."],
  "1011:nats": ["Any other end; the reason holds its name.", "What the reason of the close says."],
  "1000:websockify": ["The TCP server behind websockify closed its connection.", "The VNC server ended the session."],
  "1011:websockify": [
    "The TCP server behind websockify could not be reached.",
    "A VNC server that is down, or another target in the configuration.",
  ],
  "4000:protoo": [
    "The server closed on purpose; clients do not come back.",
    "The peer was removed, or the room was closed.",
  ],
  "1000:atproto-client": ["A normal end, which the client does not retry.", "The stream was shut down on purpose."],
  "1008:atproto-client": [
    "A refusal that the client takes for temporary and retries.",
    "`ConsumerTooSlow`, and errors like it.",
  ],
};
