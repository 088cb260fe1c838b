import { onGitHub, type SystemCodes } from "./codeRow.ts";

const DISCORD = onGitHub("discord/discord-api-docs", "developers/topics/opcodes-and-status-codes.mdx");
/** The 2.x line; the default branch is the rewrite. */
const WUKONGIM_2 = "v2.2.5-20260422";

/** Public services and applications with an API of their own. */
export const serviceCodes = [
  {
    system: "discord-gateway",
    source: DISCORD,
    codes: [
      { code: 4000, name: "Unknown error", retry: "yes" },
      { code: 4001, name: "Unknown opcode", retry: "yes" },
      { code: 4002, name: "Decode error", retry: "yes" },
      { code: 4003, name: "Not authenticated", retry: "yes" },
      { code: 4004, name: "Authentication failed", retry: "after-fix" },
      { code: 4005, name: "Already authenticated", retry: "yes" },
      { code: 4007, name: "Invalid seq", retry: "yes" },
      { code: 4008, name: "Rate limited", retry: "yes" },
      { code: 4009, name: "Session timed out", retry: "yes" },
      { code: 4010, name: "Invalid shard", retry: "after-fix" },
      { code: 4011, name: "Sharding required", retry: "after-fix" },
      { code: 4012, name: "Invalid API version", retry: "after-fix" },
      { code: 4013, name: "Invalid intent(s)", retry: "after-fix" },
      { code: 4014, name: "Disallowed intent(s)", retry: "after-fix" },
    ],
  },
  {
    system: "discord-voice",
    source: DISCORD,
    codes: [
      { code: 4001, name: "Unknown opcode", retry: "after-fix" },
      { code: 4002, name: "Failed to decode payload", retry: "after-fix" },
      { code: 4003, name: "Not authenticated", retry: "after-fix" },
      { code: 4004, name: "Authentication failed", retry: "after-fix" },
      { code: 4005, name: "Already authenticated", retry: "after-fix" },
      { code: 4006, name: "Session no longer valid", retry: "yes" },
      { code: 4009, name: "Session timeout", retry: "yes" },
      { code: 4011, name: "Server not found", retry: "after-fix" },
      { code: 4012, name: "Unknown protocol", retry: "after-fix" },
      { code: 4014, name: "Disconnected", retry: "no" },
      { code: 4015, name: "Voice server crashed", retry: "yes" },
      { code: 4016, name: "Unknown encryption mode", retry: "after-fix" },
      { code: 4017, name: "E2EE/DAVE protocol required", retry: "after-fix" },
      { code: 4020, name: "Bad request", retry: "after-fix" },
      { code: 4021, name: "Disconnected: Rate Limited", retry: "no" },
      { code: 4022, name: "Disconnected: Call Terminated", retry: "no" },
    ],
  },
  {
    system: "twitch-eventsub",
    source: "https://dev.twitch.tv/docs/eventsub/handling-websocket-events/#close-message",
    codes: [
      { code: 4000, name: "Internal server error", retry: "yes" },
      { code: 4001, name: "Client sent inbound traffic", retry: "after-fix" },
      { code: 4002, name: "Client failed ping-pong", retry: "yes" },
      { code: 4003, name: "Connection unused", retry: "after-fix" },
      { code: 4004, name: "Reconnect grace time expired", retry: "yes" },
      { code: 4005, name: "Network timeout", retry: "yes" },
      { code: 4006, name: "Network error", retry: "yes" },
      { code: 4007, name: "Invalid reconnect", retry: "after-fix" },
    ],
  },
  {
    system: "obs-websocket",
    source: onGitHub("obsproject/obs-websocket", "docs/generated/protocol.md"),
    codes: [
      { code: 4000, name: "UnknownReason", retry: "yes" },
      { code: 4002, name: "MessageDecodeError", retry: "after-fix" },
      { code: 4003, name: "MissingDataField", retry: "after-fix" },
      { code: 4004, name: "InvalidDataFieldType", retry: "after-fix" },
      { code: 4005, name: "InvalidDataFieldValue", retry: "after-fix" },
      { code: 4006, name: "UnknownOpCode", retry: "after-fix" },
      { code: 4007, name: "NotIdentified", retry: "after-fix" },
      { code: 4008, name: "AlreadyIdentified", retry: "after-fix" },
      { code: 4009, name: "AuthenticationFailed", retry: "after-fix" },
      { code: 4010, name: "UnsupportedRpcVersion", retry: "after-fix" },
      { code: 4011, name: "SessionInvalidated", retry: "no" },
      { code: 4012, name: "UnsupportedFeature", retry: "no" },
    ],
  },
  {
    system: "okx",
    source: "https://www.okx.com/docs-v5/en/",
    codes: [
      { code: 1009, name: "Request message exceeds the maximum frame length", retry: "after-fix" },
      { code: 4001, name: "Login Failed", retry: "after-fix" },
      { code: 4002, name: "Invalid Request", retry: "after-fix" },
      { code: 4003, name: "API key subscription limit", retry: "after-fix" },
      { code: 4004, name: "No data received in 30s", retry: "yes" },
      { code: 4005, name: "Buffer is full", retry: "yes" },
      { code: 4006, name: "Abnormal disconnection", retry: "yes" },
      { code: 4007, name: "API key updated or deleted", retry: "after-fix" },
      { code: 4008, name: "Too many subscribed channels", retry: "after-fix" },
      { code: 4009, name: "Too many channels on this connection", retry: "after-fix" },
    ],
  },
  {
    system: "signal",
    source: onGitHub(
      "signalapp/Signal-Server",
      "service/src/main/java/org/whispersystems/textsecuregcm/websocket/WebSocketConnection.java",
    ),
    codes: [
      {
        code: 4401,
        name: "Reauthentication required",
        retry: "after-fix",
        source: "https://github.com/signalapp/Signal-Server",
      },
      { code: 4409, name: "Connected elsewhere", retry: "no" },
    ],
  },
  {
    system: "aws-api-gateway",
    source:
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html",
    codes: [{ code: 1009, name: "Frame or message too large", retry: "after-fix" }],
  },
  {
    system: "wukongim-v2",
    source: onGitHub("WuKongIM/WuKongIM", "internal/user/handler/event_connect.go", WUKONGIM_2),
    codes: [
      {
        code: 1006,
        variant: "no-connect",
        name: "No connect packet in 2 s",
        retry: "after-fix",
        source: onGitHub("WuKongIM/WuKongIM", "internal/server/server.go", WUKONGIM_2),
      },
      { code: 1006, variant: "auth", name: "Authentication failed, silently", retry: "after-fix" },
      {
        code: 1006,
        variant: "idle",
        name: "Idle",
        retry: "yes",
        source: onGitHub("WuKongIM/WuKongIM", "internal/options/options.go", WUKONGIM_2),
      },
      { code: 1006, variant: "kicked", name: "Kicked by another device", retry: "no" },
    ],
  },
  {
    system: "wukongim-v3",
    source: onGitHub("WuKongIM/WuKongIM", "pkg/gateway/transport/gnet/conn.go", "main"),
    codes: [
      { code: 1000, name: "Closed by the gateway", retry: "after-fix" },
      {
        code: 1002,
        name: "WebSocket protocol error",
        retry: "after-fix",
        source: onGitHub("WuKongIM/WuKongIM", "pkg/gateway/transport/gnet/ws_frame.go", "main"),
      },
      { code: 1007, name: "invalid utf-8", retry: "after-fix" },
    ],
  },
] as const satisfies readonly SystemCodes[];
