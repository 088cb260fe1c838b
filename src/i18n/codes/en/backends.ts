import type { BackendKey } from "../../../core/explain/codeRegistry.ts";
import type { CodeSentences } from "../codeTexts.ts";

export const backends: CodeSentences<BackendKey> = {
  "4000:pusher": ["The application takes encrypted connections only.", "An address with `ws://` instead of `wss://`."],
  "4001:pusher": ["No application has this key.", "A mistyped app key in the address, or a key of another cluster."],
  "4003:pusher": ["The application is disabled.", "It was switched off in the account."],
  "4004:pusher": [
    "The application has as many connections as its plan allows.",
    "More clients than planned, or connections that are never closed.",
  ],
  "4005:pusher": ["The path of the address is not known.", "An address without `/app/` and the key."],
  "4006:pusher": ["The `version` in the query cannot be read.", "A version that is not written as numbers with dots."],
  "4007:pusher": ["The `protocol` in the query is not supported.", "A protocol number that the server does not know."],
  "4008:pusher": ["The query has no `protocol`.", "A hand-written address without `?protocol=`."],
  "4009:pusher": ["The connection is not authorised.", "No sign-in in time, or a signature that does not match."],
  "4100:pusher": [
    "The server has no capacity left. The next attempt waits at least 1 s.",
    "A busy moment of the service.",
  ],
  "4200:pusher": ["Connect again at once.", "The server moves connections elsewhere, such as for a restart."],
  "4201:pusher": ["A ping of the server got no pong.", "A sleeping device, a blocked page, or a lost network."],
  "4202:pusher": ["Closed after 24 h without activity.", "A client that does not support pings."],
  "4301:pusher": [
    "A client event was rejected by the rate limit. It may come as an error and leave the connection open.",
    "More client events a second than allowed.",
  ],
  "4302:pusher": ["The watchlist is too long.", "More than 100 user ids in it."],
  "4004:reverb": [
    "The application has as many connections as it may have.",
    "The limit in the application's configuration was reached.",
  ],
  "4009:reverb": [
    "The origin is not allowed, or the connection is not authorised: one number for both.",
    "`allowed_origins` in `config/reverb.php`, or a wrong signature; the `pusher:error` message tells which.",
  ],
  "4301:reverb": ["Messages come faster than allowed.", "Client events above the rate limit."],
  "4001:soketi": ["No application has this key.", "Another key in the address than in the server's configuration."],
  "4003:soketi": ["The application is not enabled.", "It is switched off in the configuration."],
  "4009:soketi": ["The connection is not authorised.", "A signature that does not match the secret."],
  "4100:soketi": [
    "The application has as many connections at once as it may have.",
    "`maxConnections` of the application was reached.",
  ],
  "4200:soketi": ["The server is closing; connect again shortly.", "A restart or a deploy."],
  "3001:centrifugo": ["The node shuts down.", "A restart or a deploy; clients move to another node."],
  "3004:centrifugo": ["An error inside the server.", "A broker or a backend that failed; the server's log says more."],
  "3005:centrifugo": ["The connection's token has expired.", "The client did not refresh it in time."],
  "3006:centrifugo": ["A subscription's token has expired.", "The client did not refresh it in time."],
  "3008:centrifugo": [
    "The client reads too slowly; its queue is full.",
    "A slow network, or a page that is blocked while messages pile up.",
  ],
  "3009:centrifugo": ["Writing to the client failed.", "A network that was gone before the close."],
  "3010:centrifugo": [
    "The position in a stream does not match. A new connection recovers it.",
    "Messages that were lost between broker and node.",
  ],
  "3011:centrifugo": ["The server asks the client to connect again.", "A call of the server's API."],
  "3012:centrifugo": ["A ping of the server got no pong.", "A sleeping device, a blocked page, or a lost network."],
  "3013:centrifugo": ["The client sent too many commands.", "A loop that subscribes or publishes without a pause."],
  "3014:centrifugo": [
    "What the client remembers is no longer valid: connect again without token and state.",
    "State that the server invalidated.",
  ],
  "3500:centrifugo": [
    "The connection's token is not valid.",
    "Another secret or algorithm, or a token of another server.",
  ],
  "3501:centrifugo": [
    "A frame does not follow the protocol.",
    "A message written by hand, or a client of another version.",
  ],
  "3502:centrifugo": [
    "The client did not authenticate in time after opening.",
    "No `connect` command was sent; a bare WebSocket ends this way.",
  ],
  "3503:centrifugo": ["The server asks the client to stay away.", "A call of the server's API."],
  "3504:centrifugo": [
    "The user has as many connections as allowed.",
    "Many tabs or devices, or connections that are never closed.",
  ],
  "3505:centrifugo": [
    "The client has as many channels as allowed.",
    "More subscriptions than the limit for one client.",
  ],
  "3506:centrifugo": [
    "Binary data went to a client that uses JSON.",
    "A publication in Protobuf, with clients of the JSON protocol in the channel.",
  ],
  "3507:centrifugo": ["The action is not allowed.", "Permissions of the namespace or of the token."],
  "3508:centrifugo": ["Nothing on the server handles this command.", "A feature that is not switched on."],
  "3509:centrifugo": ["The client caused too many errors.", "Commands that fail and are repeated."],
  "1009:hocuspocus": ["A data frame is too large.", "An update larger than the server accepts."],
  "4205:hocuspocus": [
    "The client has to reset its view of the document.",
    "The server closed the document's connections, as `closeConnections()` does.",
  ],
  "4401:hocuspocus": [
    "Authentication is needed and is missing or failed.",
    "No token from the provider, or `onAuthenticate` threw.",
  ],
  "4403:hocuspocus": ["The request was understood and refused.", "No permission for this document."],
  "4408:hocuspocus": ["The server waited too long for the client.", "A slow network, or a client that stopped."],
  "4000:liveblocks": ["A message was not understood.", "A client of another version, or messages written by hand."],
  "4001:liveblocks": ["Access is refused, and a new token does not change that.", "No permission for the room."],
  "4005:liveblocks": ["The room is full.", "As many connections in one room as the plan allows."],
  "4006:liveblocks": ["The room has another id now.", "The id was changed through the API."],
  "4100:liveblocks": [
    "The server removed the client from the room; a new authorisation is needed.",
    "Permissions that changed while connected.",
  ],
  "4109:liveblocks": [
    "The access token has expired.",
    "A session longer than the token's life; a new token is fetched.",
  ],
  "4999:liveblocks": ["Disconnect at once and stay away.", "A decision of the server."],
  "4099:tldraw": [
    "The reason names the error: `NOT_FOUND`, `FORBIDDEN`, `NOT_AUTHENTICATED`, `CLIENT_TOO_OLD` and others.",
    "What the reason of the close says.",
  ],
  "4000:colyseus": ["The client left the room on purpose.", "A call of `room.leave()`."],
  "4001:colyseus": ["The server shuts down.", "A deploy or a restart."],
  "4002:colyseus": ["The room ended with an error.", "An exception in the room's code; the server's log has it."],
  "4003:colyseus": ["Coming back to the seat failed.", "A reconnection token that is unknown or came too late."],
  "4010:colyseus": ["The client may try to come back.", "A connection that broke while the seat is still kept."],
  "4040:convex": [
    "The deployment was not found for a moment. The client retries.",
    "A deployment that is being pushed.",
  ],
  "1003:jupyter-collaboration": [
    "The session cannot be resumed. The reason is JSON with `reloadable`.",
    "The server restarted or changed its version; reloading the page begins a new session.",
  ],
  "4400:jupyter-collaboration": [
    "The room could not be opened for this request.",
    "A file of a type that cannot be read.",
  ],
  "4404:jupyter-collaboration": ["The document does not exist.", "Another path, or a file that was deleted or moved."],
  "4500:jupyter-collaboration": ["The room could not be set up.", "An error on the server; its log says more."],
};
