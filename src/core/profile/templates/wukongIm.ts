import { newProfile } from "../profile.ts";
import { seconds } from "../../units/units.ts";
import { body, messages, secret, variable, websocket, type Template } from "./make.ts";

/** The public key of a published test vector: JSON traffic is not encrypted, but version 3 wants a valid one. */
const CLIENT_KEY = "B6N8vBQgk8i3VdwbEOhstCY3StFqqFPtC9/AsrhtHHw=";
/** Base64 of {"type":1,"content":"hello"}: since 2.2.3 a payload is text, before it was the object itself. */
const HELLO = "eyJ0eXBlIjoxLCJjb250ZW50IjoiaGVsbG8ifQ==";

const connect = body(
  `{"jsonrpc":"2.0","method":"connect","id":"c1","params":{"uid":"{{uid}}","token":"{{token}}","deviceId":"sockwright-1","deviceFlag":1,"clientTimestamp":{{$timestamp}},"clientKey":"${CLIENT_KEY}"}}`,
);
const ping = (id: string) => body(`{"jsonrpc":"2.0","method":"ping","id":"${id}"}`);

/** Who has not said "connect" two seconds after opening is cut off without a word: it goes out on open. */
export const wukongIm = {
  id: "wukongim",
  name: "WuKongIM (JSON-RPC)",
  profile: websocket("ws://localhost:5200", [], {
    onOpen: [connect],
    heartbeat: { ...newProfile.heartbeat, on: true, message: ping("hb"), every: seconds(25) },
    saved: messages({
      connect,
      ping: ping("p1"),
      send: body(
        `{"jsonrpc":"2.0","method":"send","id":"s1","params":{"clientMsgNo":"{{$uuid}}","channelId":"{{channelId}}","channelType":1,"header":{"redDot":true},"payload":"${HELLO}"}}`,
      ),
      "send (2.2.2 and older)": body(
        `{"jsonrpc":"2.0","method":"send","id":"s1","params":{"clientMsgNo":"{{$uuid}}","channelId":"{{channelId}}","channelType":1,"header":{"redDot":true},"payload":{"type":1,"content":"hello"}}}`,
      ),
      recvack: body(
        '{"jsonrpc":"2.0","method":"recvack","params":{"messageId":"{{messageId}}","messageSeq":{{messageSeq}}}}',
      ),
    }),
    variables: [
      variable("uid", "alice"),
      { ...secret("token"), value: "token" },
      variable("channelId", "bob"),
      variable("messageId"),
      variable("messageSeq"),
    ],
    system: "wukongim-v2",
  }),
} as const satisfies Template;
