import { newProfile } from "../profile.ts";
import { seconds } from "../../units/units.ts";
import { body, messages, secret, variable, websocket, type Template } from "./make.ts";

const heartbeat = (message: ReturnType<typeof body>, every: number) => ({
  ...newProfile.heartbeat,
  on: true,
  message,
  every: seconds(every),
});

/** @see https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md */
export const graphqlWs = {
  id: "graphql-ws",
  name: "GraphQL (graphql-ws)",
  profile: websocket("ws://localhost:4000/graphql", ["graphql-transport-ws"], {
    onOpen: [body('{"type":"connection_init","payload":{}}')],
    heartbeat: { ...heartbeat(body('{"type":"ping"}'), 25), expect: '"pong"' },
    saved: messages({
      connection_init: body('{"type":"connection_init","payload":{"Authorization":"Bearer {{token}}"}}'),
      subscribe: body('{"type":"subscribe","id":"1","payload":{"query":"subscription { {{field}} }"}}'),
      query: body('{"type":"subscribe","id":"2","payload":{"query":"{ __typename }"}}'),
      complete: body('{"type":"complete","id":"1"}'),
      ping: body('{"type":"ping"}'),
    }),
    variables: [variable("field"), secret("token")],
    system: "graphql-ws",
  }),
} as const satisfies Template;

/** A frame ends with the octet 0. @see https://stomp.github.io/stomp-specification-1.2.html */
const frame = (text: string) => body(`${text}\0`, "text");

export const stomp = {
  id: "stomp",
  name: "STOMP",
  profile: websocket("ws://localhost:15674/ws", ["v12.stomp", "v11.stomp", "v10.stomp"], {
    onOpen: [
      frame("CONNECT\naccept-version:1.0,1.1,1.2\nhost:/\nlogin:{{login}}\npasscode:{{passcode}}\nheart-beat:0,0\n\n"),
    ],
    saved: messages({
      SUBSCRIBE: frame("SUBSCRIBE\nid:sub-0\ndestination:{{destination}}\nack:auto\n\n"),
      SEND: frame('SEND\ndestination:{{destination}}\ncontent-type:application/json\n\n{"hello":"world"}'),
      UNSUBSCRIBE: frame("UNSUBSCRIBE\nid:sub-0\n\n"),
      DISCONNECT: frame("DISCONNECT\nreceipt:bye\n\n"),
    }),
    variables: [
      variable("login", "guest"),
      { ...secret("passcode"), value: "guest" },
      variable("destination", "/topic/test"),
    ],
  }),
} as const satisfies Template;

/** MQTT 3.1.1, whole packets in binary frames. @see https://docs.oasis-open.org/mqtt/mqtt/v3.1.1/os/mqtt-v3.1.1-os.html §6 */
export const mqtt = {
  id: "mqtt",
  name: "MQTT 3.1.1",
  profile: websocket("ws://localhost:9001/mqtt", ["mqtt"], {
    // Client "sock", a clean session, kept alive for 60 s.
    onOpen: [body("10 10 0004 4d515454 04 02 003c 0004 736f636b", "hex")],
    heartbeat: heartbeat(body("c000", "hex"), 30),
    saved: messages({
      "SUBSCRIBE a/b": body("82 08 0001 0003 612f62 00", "hex"),
      'PUBLISH a/b "hi"': body("30 07 0003 612f62 6869", "hex"),
      "UNSUBSCRIBE a/b": body("a2 07 0002 0003 612f62", "hex"),
      PINGREQ: body("c000", "hex"),
      DISCONNECT: body("e000", "hex"),
    }),
  }),
} as const satisfies Template;

/** Ids grow with every command. @see https://developers.home-assistant.io/docs/api/websocket */
export const homeAssistant = {
  id: "home-assistant",
  name: "Home Assistant",
  profile: websocket("ws://homeassistant.local:8123/api/websocket", [], {
    onOpen: [body('{"type":"auth","access_token":"{{accessToken}}"}')],
    heartbeat: { ...heartbeat(body('{"id":{{$counter}},"type":"ping"}'), 30), expect: '"pong"' },
    saved: messages({
      subscribe_events: body('{"id":{{$counter}},"type":"subscribe_events","event_type":"state_changed"}'),
      get_states: body('{"id":{{$counter}},"type":"get_states"}'),
      call_service: body(
        '{"id":{{$counter}},"type":"call_service","domain":"light","service":"toggle","target":{"entity_id":"{{entity}}"}}',
      ),
      ping: body('{"id":{{$counter}},"type":"ping"}'),
    }),
    variables: [secret("accessToken"), variable("entity", "light.kitchen")],
  }),
} as const satisfies Template;

const echo = messages({ hello: body("hello", "text"), json: body('{"hello":"world","id":"{{$uuid}}"}') });

export const echoWebSocketOrg = {
  id: "echo",
  name: "echo.websocket.org",
  profile: websocket("wss://echo.websocket.org/", [], { saved: echo }),
} as const satisfies Template;

export const echoPostman = {
  id: "echo-postman",
  name: "Postman Echo",
  profile: websocket("wss://ws.postman-echo.com/raw", [], { saved: echo }),
} as const satisfies Template;
