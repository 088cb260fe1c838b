import type { TemplateTexts } from "./templateTexts.ts";

const evolutionEvents =
  "connection.update, qrcode.updated, messages.upsert, messages.update, send.message, contacts.upsert, chats.upsert, presence.update, call";

export const en: TemplateTexts = {
  about: {
    "evolutionapi-instance": "Socket.IO v4 with the namespace of one instance; receive only.",
    "evolutionapi-global": "Socket.IO v4 on `/`, with `WEBSOCKET_GLOBAL_EVENTS=true`: the events of all instances.",
    wukongim: "JSON-RPC in text frames. Connects on open, because the server waits 2 s for it.",
    "graphql-ws": "Subprotocol `graphql-transport-ws`: `connection_init` on open, then subscriptions.",
    stomp: "STOMP 1.0–1.2, as RabbitMQ, ActiveMQ and Spring speak it. Each frame ends with the octet 0.",
    mqtt: "Whole MQTT packets as hex, in binary frames. Mosquitto listens on 9001, EMQX on 8083.",
    "home-assistant": "Logs in with a long-lived access token; ids count up by themselves.",
    echo: "A public server that returns what it gets.",
    "echo-postman": "A public server that returns what it gets.",
  },
  notes: {
    "evolutionapi-instance": `Receive only: messages are sent over the REST API. Fill in instanceName and apikey under Variables.\nEvents: ${evolutionEvents}.\nThe key travels in the query: leave it out of links.`,
    "evolutionapi-global": `Fill in apikey under Variables. The events of all instances arrive; payload.instance tells them apart.\nEvents: ${evolutionEvents}.\nThe key travels in the query: leave it out of links.`,
    wukongim:
      "Payloads are Base64 since 2.2.3; before, they were the object itself. reasonCode 1 means success.\nThe address that clients get stands in /route of the HTTP API, port 5001.",
    "graphql-ws": "",
    stomp: "",
    mqtt: "The CONNECT packet names the client “sock”, has no user name, and keeps alive for 60 s; PINGREQ goes out every 30 s.",
    "home-assistant": "Create the token in your profile, under Security.",
    echo: "Run by others: what you send leaves this machine.",
    "echo-postman": "Run by others: what you send leaves this machine.",
  },
  checklists: {
    evolutionapi: [
      "`GET {url}/` answers with the version. If not, the address or the port is wrong.",
      "`GET {url}/socket.io/?EIO=4&transport=polling&apikey=…`: 200 with `0{…}` means on; 404 with JSON means that `WEBSOCKET_ENABLED` is off; 403 with JSON is the key; 502 is the proxy; HTML with 200 is another app.",
      "The protocol is Socket.IO, not a raw WebSocket: a raw one ends with 1006 after a second, or with 502 behind nginx.",
      "The namespace is the exact name of the instance, in its case and not URL-encoded; or `/` with `WEBSOCKET_GLOBAL_EVENTS=true`.",
      "“Invalid namespace”: the namespace exists only after the first event. Call `POST /websocket/set/{instance}`, then fire one, for example with `GET /instance/connect/{instance}`.",
      "Connected and silent: check `WEBSOCKET_GLOBAL_EVENTS` or the list of events. Names on the socket are dotted and lower case: `messages.upsert`.",
      "Behind nginx: `Upgrade` and `Connection` headers in the location of `/socket.io/`.",
      "From an HTTPS page the address must be https or wss.",
    ],
    wukongim: [
      "`GET http://host:5001/route?uid=…` announces the address for clients: it must be one that they reach. “Check /route” looks at it.",
      "An announced 127.0.0.1, an empty host or a container’s address: set `external.ip` or `external.wsAddr` (version 3: `api.external_ws_addr`), and run `docker compose up -d`; a restart does not read the environment again.",
      "Closed with 1006 after 2 to 3 seconds: no `connect` message came. It must be the first, and go out on open.",
      "Silent after `connect`, then 1006 after 4 to 6 seconds: the token was refused, which version 2 does not say. Version 3 answers with `reasonCode` 2, 19 or 21.",
      "`reasonCode` 1 is success, 0 is unknown.",
      "Closed after 3 minutes: the server saw nothing from the client. The heartbeat sends a `ping` every 25 s.",
      "`unknown notification method 'ping'`: `ping` needs an `id`, and it must be a string.",
      "From an HTTPS page only `wss_addr` works, with a domain that the certificate names.",
    ],
  },
};
