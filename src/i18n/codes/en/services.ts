import type { ServiceKey } from "../../../core/explain/codeRegistry.ts";
import type { CodeSentences } from "../codeTexts.ts";

export const services: CodeSentences<ServiceKey> = {
  "4000:discord-gateway": [
    "An error that the gateway does not name.",
    "Trouble on the server's side; resuming is worth a try.",
  ],
  "4001:discord-gateway": [
    "The opcode, or its payload, is not valid.",
    "A message with another `op`, or written by hand.",
  ],
  "4002:discord-gateway": [
    "A payload could not be decoded.",
    "JSON or ETF that does not parse, or another `encoding` in the address.",
  ],
  "4003:discord-gateway": [
    "A payload came before Identify, or the session was invalidated.",
    "A message sent before op 2 was accepted.",
  ],
  "4004:discord-gateway": ["The token in Identify is not valid.", "A token that was reset, or has spaces or a prefix."],
  "4005:discord-gateway": ["Identify came more than once.", "A reconnect routine that runs on an open connection."],
  "4007:discord-gateway": [
    "The sequence number of Resume is not valid. A new session is needed.",
    "A `seq` that was lost or belongs to another session.",
  ],
  "4008:discord-gateway": ["Payloads came too fast.", "More messages a minute than the gateway allows."],
  "4009:discord-gateway": ["The session has expired. A new one is needed.", "A gap longer than the session is kept."],
  "4010:discord-gateway": [
    "The shard in Identify is not valid.",
    "`shard` with an id that is not below the number of shards.",
  ],
  "4011:discord-gateway": ["One session cannot serve so many guilds.", "A large bot without sharding."],
  "4012:discord-gateway": ["The API version is not valid.", "Another number after `v=` in the address."],
  "4013:discord-gateway": ["The intents are not valid.", "A bit field that was added up differently."],
  "4014:discord-gateway": [
    "An intent is not enabled for the app.",
    "A privileged intent that is off in the developer portal.",
  ],
  "4001:discord-voice": ["The opcode is not valid.", "A message of another gateway, or written by hand."],
  "4002:discord-voice": [
    "The payload of Identify could not be decoded.",
    "A field that is missing or has another type.",
  ],
  "4003:discord-voice": ["A payload came before Identify.", "A message sent right after opening."],
  "4004:discord-voice": ["The token in Identify is not valid.", "A voice token of another session."],
  "4005:discord-voice": ["Identify came more than once.", "A reconnect routine that runs on an open connection."],
  "4006:discord-voice": ["The session is no longer valid.", "The bot moved or left; a new voice session is needed."],
  "4009:discord-voice": ["The session has timed out.", "A gap longer than the session is kept."],
  "4011:discord-voice": ["The voice server is not known.", "An endpoint from an older voice update."],
  "4012:discord-voice": ["The protocol in Select Protocol is not known.", "Another value than `udp` or `webrtc`."],
  "4014:discord-voice": [
    "The client was removed, or the main session ended. Not to be resumed.",
    "A kick, a deleted channel, or a dropped gateway connection.",
  ],
  "4015:discord-voice": ["The voice server crashed. Resuming is worth a try.", "Trouble on the server's side."],
  "4016:discord-voice": ["The encryption mode is not known.", "A mode that is not in the list of the Ready payload."],
  "4017:discord-voice": [
    "The call needs the end-to-end encryption protocol DAVE.",
    "A client or library without DAVE.",
  ],
  "4020:discord-voice": ["A request is malformed.", "A field that is missing or has another type."],
  "4021:discord-voice": [
    "Ended by the rate limit. Not to be resumed.",
    "Too many messages or connections in a short time.",
  ],
  "4022:discord-voice": ["The call has ended. Not to be resumed.", "The call or its channel was closed."],
  "4000:twitch-eventsub": ["An error on the server.", "Trouble on Twitch's side."],
  "4001:twitch-eventsub": [
    "The client sent a message, and only pongs are allowed.",
    "A heartbeat or a test message sent over this connection.",
  ],
  "4002:twitch-eventsub": ["A ping got no pong.", "A client that does not answer pings; browsers do by themselves."],
  "4003:twitch-eventsub": [
    "No subscription was made within 10 s of the welcome.",
    "The HTTP request that subscribes was late, failed, or named another session.",
  ],
  "4004:twitch-eventsub": [
    "The 30 s for moving to the new address are over.",
    "A `session_reconnect` message whose `reconnect_url` was not used.",
  ],
  "4005:twitch-eventsub": ["The network timed out for a moment.", "Trouble between Twitch and the client."],
  "4006:twitch-eventsub": ["The network failed for a moment.", "Trouble between Twitch and the client."],
  "4007:twitch-eventsub": [
    "The address of the reconnect is not valid.",
    "Another address than the `reconnect_url`; the default address begins anew.",
  ],
  "4000:obs-websocket": ["No reason given. The protocol says it should not occur.", "An error inside the plugin."],
  "4002:obs-websocket": [
    "A message could not be decoded.",
    "Another encoding than JSON or MessagePack, as negotiated.",
  ],
  "4003:obs-websocket": ["A required field is missing.", "A message written by hand."],
  "4004:obs-websocket": ["A field has the wrong type.", "A number sent as text, or the like."],
  "4005:obs-websocket": ["A field has a value that is not allowed.", "A value out of range, or an unknown name."],
  "4006:obs-websocket": ["The `op` is missing or not known.", "A message of protocol 4, or one written by hand."],
  "4007:obs-websocket": ["A message came before Identify.", "A request sent before `op` 1 was answered."],
  "4008:obs-websocket": ["Identify came twice.", "`op` 1 sent again where Reidentify, `op` 3, is meant."],
  "4009:obs-websocket": [
    "The authentication in Identify is wrong.",
    "Another password, or a hash made from another challenge.",
  ],
  "4010:obs-websocket": ["The `rpcVersion` is not supported.", "A client newer or older than the plugin."],
  "4011:obs-websocket": [
    "The session was ended in OBS. Clients must not come back by themselves.",
    "Someone removed the session in the window of OBS.",
  ],
  "4012:obs-websocket": [
    "A feature is not available on this machine.",
    "Hardware or software that lacks what was asked for.",
  ],
  "1009:okx": ["The request is longer than the largest frame.", "Many channels in one `subscribe`."],
  "4001:okx": ["The login failed.", "Another key, passphrase or signature, or a clock that is off."],
  "4002:okx": ["The request is malformed.", "JSON with another shape than the API expects."],
  "4003:okx": ["The API key has too many subscriptions.", "More than 100 for one key."],
  "4004:okx": ["Nothing was sent or received for 30 s.", "Quiet channels and no `ping` text in between."],
  "4005:okx": ["The buffer towards the client is full.", "A client that reads too slowly."],
  "4006:okx": ["The server ended abnormally.", "Trouble on the server's side."],
  "4007:okx": ["The API key was changed or deleted.", "A key edited while connected; a valid one is needed."],
  "4008:okx": ["Too many channels are subscribed.", "More channels than the total limit."],
  "4009:okx": ["This connection has too many channels.", "More channels than one connection may have."],
  "4401:signal": ["The credentials have changed.", "The account was registered anew, or the device was unlinked."],
  "4409:signal": ["The same device opened another connection.", "A second client with the same account and device."],
  "1009:aws-api-gateway": [
    "A frame is above 32 KB, or a message above 128 KB.",
    "A large payload in one frame; frames of up to 32 KB may carry up to 128 KB together.",
  ],
  "1006:wukongim-v2:no-connect": [
    "TCP closes without a Close frame 2 to 3 s after opening.",
    "No connect packet, binary or JSON-RPC, came within 2 s.",
  ],
  "1006:wukongim-v2:auth": [
    "No CONNACK comes; TCP closes 4 to 6 s after the connect packet.",
    "A wrong or missing token while `tokenAuthOn` is set, or a banned user.",
  ],
  "1006:wukongim-v2:idle": [
    "TCP closes 3 to 4.5 min after the last byte of the client.",
    'No ping from the client: JSON-RPC `{"method":"ping"}` or the byte `0x70`.',
  ],
  "1006:wukongim-v2:kicked": [
    "A DISCONNECT packet with `reasonCode` 12, then TCP closes 2 s later.",
    "The same uid and device flag signed in elsewhere; after a token update the close takes 10 s.",
  ],
  "1000:wukongim-v3": [
    "The gateway closes; after a failed login the CONNACK before it has the reason.",
    "Login, idle limit and kick all end this way: the last `reasonCode` tells which.",
  ],
  "1002:wukongim-v3": [
    "A frame broke the rules: mask, RSV bits, opcode or fragments.",
    "A broken client or a proxy in between.",
  ],
  "1007:wukongim-v3": ["A text frame is not UTF-8.", "A binary packet sent as a text frame."],
};
