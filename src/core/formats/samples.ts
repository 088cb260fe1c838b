/** Files of other tools as they write them, cut short: what the tests of the readers hold them to. */
export const samples = {
  insomnia4: `_type: export
__export_format: 4
__export_date: 2025-01-01T00:00:00.000Z
resources:
  - {_id: wrk_1, parentId: null, name: Shop, scope: collection, _type: workspace}
  - {_id: fld_1, parentId: wrk_1, name: Live, _type: request_group}
  - _id: ws-req_1
    parentId: fld_1
    name: Chat
    description: The chat.
    url: wss://{{ _.host }}/chat
    headers:
      - {name: Sec-WebSocket-Protocol, value: json}
      - {name: X-Client, value: secret}
      - {name: X-Old, value: a, disabled: true}
    parameters:
      - {name: room, value: "{{ _['room.id'] }}"}
    authentication: {type: basic, username: u, password: p}
    settingFollowRedirects: global
    _type: websocket_request
  - {_id: ws-payload_1, parentId: ws-req_1, name: Hello, value: '{"op":"hello","token":"{{ _.token }}"}', mode: application/json, _type: websocket_payload}
  - _id: socketio-req_1
    parentId: wrk_1
    name: Events
    url: https://h/admin
    headers: []
    authentication: {type: bearer, token: "{{ _.token }}"}
    settingPath: /io/
    _type: socketio_request
  - {_id: socketio-payload_1, parentId: socketio-req_1, name: Join, eventName: join, ack: true, args: [{id: a, value: "[1]", mode: application/json}, {id: b, value: lobby, mode: text}], _type: socketio_payload}
  - {_id: req_1, parentId: wrk_1, name: Login, method: POST, url: "https://h/login?token=abc", _type: request}
  - {_id: env_1, parentId: wrk_1, name: Base Environment, data: {host: h.example, room: {id: 7}}, _type: environment}
  - {_id: env_2, parentId: env_1, name: Mine, data: {host: localhost}, isPrivate: true, _type: environment}
`,
  insomnia5: `type: collection.insomnia.rest/5.0
schema_version: "5.1"
name: Shop
meta: {id: wrk_1, created: 0, modified: 0}
collection:
  - name: Live
    meta: {id: fld_1}
    children:
      - name: Deep
        children:
          - url: wss://h.example/rooms/:id/:tail
            name: Chat
            meta: {id: ws-req_1, sortKey: 0}
            settings: {encodeUrl: true, followRedirects: global, cookies: {send: true, store: true}}
            authentication: {type: bearer, token: abc}
            parameters:
              - {name: token, value: "{{ _.token }}"}
            pathParameters:
              - {name: id, value: "7"}
              - {name: tail, value: ""}
            scripts: {preRequest: "console.log(1)"}
  - url: http://h:3000
    name: Events
    meta: {id: socketio-req_1}
    settings: {encodeUrl: true, cookies: {send: true, store: true}, path: /socket.io}
    eventListeners: [{id: l_1, eventName: news, desc: "", isOpen: true}]
  - {url: "https://h/health", name: Health, method: GET, meta: {id: req_1}}
environments:
  name: Base
  meta: {id: env_1}
  data: {host: h.example}
  subEnvironments:
    - {name: Staging, meta: {id: env_2, isPrivate: false}, data: {token: t}}
`,
  postman: JSON.stringify({
    info: { name: "Shop", schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
    item: [
      {
        name: "Live",
        item: [
          {
            name: "Chat",
            event: [{ listen: "prerequest", script: { exec: ["pm.test()"] } }],
            request: {
              method: "GET",
              header: [{ key: "Authorization", value: "secret" }],
              auth: { type: "basic", basic: [{ key: "password", value: "secret" }] },
              url: {
                raw: "wss://{{host}}/rooms/:id?a=1",
                query: [
                  { key: "a", value: "1" },
                  { key: "off", value: "1", disabled: true },
                ],
                variable: [{ key: "id", value: "7" }],
              },
              description: { content: "The chat.", type: "text/markdown" },
            },
          },
        ],
      },
      { name: "By variable", request: "{{base}}/x" },
      { name: "Polling", request: { url: "https://h/socket.io/?EIO=4&transport=polling" } },
      { name: "Login", request: { method: "POST", url: { raw: "https://h/login?token=abc" } } },
    ],
    variable: [
      { key: "base", value: "wss://h" },
      { key: "key", value: "k", type: "secret" },
      { key: "old", value: "o", disabled: true },
    ],
  }),
  postmanEnvironment: JSON.stringify({
    id: "1",
    name: "Staging",
    values: [
      { key: "host", value: "h", type: "default", enabled: true },
      { key: "token", value: "t", type: "secret", enabled: true },
      { key: "old", value: "o", type: "default", enabled: false },
    ],
    _postman_variable_scope: "environment",
  }),
  bruno: `info:
  name: Chat
  type: websocket
  seq: 1
websocket:
  url: wss://{{host}}/chat
  headers:
    - {name: X-A, value: secret}
    - {name: old, value: b, disabled: true}
  message:
    - title: hello
      selected: true
      message:
        type: json
        data: '{"op":"hello"}'
    - {title: plain, message: {type: text, data: "1"}}
  auth: {type: basic, username: u, password: p}
runtime:
  variables:
    - {name: host, value: h.example}
settings: {timeout: 30000, keepAliveInterval: 5000}
docs: |
  # Chat
`,
  asyncapi2: `asyncapi: 2.6.0
info: {title: Market, version: 1.0.0}
servers:
  public:
    url: "{region}.h.example/v1"
    protocol: wss
    variables: {region: {default: eu, enum: [eu, us]}}
    security: [{key: []}]
  broker: {url: "b:9092", protocol: kafka}
channels:
  /ticker/{pair}:
    parameters:
      pair: {schema: {type: string, enum: [BTC, ETH]}}
    bindings:
      ws:
        query:
          type: object
          required: [token]
          properties: {depth: {type: integer, default: 10}, token: {type: string}, limit: {type: integer}}
        headers: {type: object, properties: {X-Key: {type: string}}}
    publish:
      message:
        oneOf:
          - $ref: "#/components/messages/subscribe"
          - $ref: "#/components/messages/unsubscribe"
    subscribe: {message: {payload: {type: object}}}
  /orders:
    publish: {message: {$ref: "other.yaml#/x"}}
components:
  messages:
    subscribe:
      title: Subscribe
      payload: {type: object, properties: {op: {type: string}}}
      examples: [{name: first, payload: {op: subscribe}}]
    unsubscribe:
      examples: [{payload: bye}]
`,
  asyncapi3: JSON.stringify({
    asyncapi: "3.0.0",
    info: { title: "Chat", version: "1" },
    servers: {
      raw: { host: "h.example", pathname: "/ws", protocol: "wss" },
      io: { host: "h.example", protocol: "socketio" },
    },
    channels: {
      rooms: {
        title: "Rooms",
        address: "/rooms/{id}",
        parameters: { id: { default: "lobby" } },
        messages: { join: { $ref: "#/components/messages/join" }, joined: { payload: {} } },
      },
    },
    operations: {
      onJoin: {
        action: "receive",
        channel: { $ref: "#/channels/rooms" },
        messages: [{ $ref: "#/channels/rooms/messages/join" }],
      },
      sendJoined: { action: "send", channel: { $ref: "#/channels/rooms" } },
    },
    components: { messages: { join: { examples: [{ payload: { user: 1 } }] } } },
  }),
  wscat: `wscat -c wss://h/p -s a -H 'X: y' -x '{"op":1}' --what`,
  websocat: "websocat --protocol=a,b -H='X: y' --preamble hi wss://h/p",
  curl: `curl 'https://h/p?x=1' \\\n  -H 'Upgrade: websocket' -H $'X: \\u0021' \\\n  --data-raw "a\\"b"`,
  cmd: `curl ^"https://h/socket.io/?EIO=4^&t=1^" ^\n  -H ^"X: \\^"y\\^"^"`,
  urls: "ws://a/b\n# c\nwss://d\nnothing\n",
} as const;
