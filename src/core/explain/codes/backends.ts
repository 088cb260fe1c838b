import { onGitHub, type SystemCodes } from "./codeRow.ts";

const REVERB = "src/Protocols/Pusher/Exceptions";

/** Ready-made real-time and collaboration servers. */
export const backendCodes = [
  {
    system: "pusher",
    source: onGitHub("pusher/docs", "docs/channels/library_auth_reference/pusher-websockets-protocol.md"),
    codes: [
      { code: 4000, name: "SSL only", retry: "after-fix" },
      { code: 4001, name: "Application does not exist", retry: "after-fix" },
      { code: 4003, name: "Application disabled", retry: "after-fix" },
      { code: 4004, name: "Over connection quota", retry: "after-fix" },
      { code: 4005, name: "Path not found", retry: "after-fix" },
      { code: 4006, name: "Invalid version string format", retry: "after-fix" },
      { code: 4007, name: "Unsupported protocol version", retry: "after-fix" },
      { code: 4008, name: "No protocol version supplied", retry: "after-fix" },
      { code: 4009, name: "Connection is unauthorized", retry: "after-fix" },
      { code: 4100, name: "Over capacity", retry: "yes" },
      { code: 4200, name: "Generic reconnect immediately", retry: "yes" },
      { code: 4201, name: "Pong reply not received", retry: "yes" },
      { code: 4202, name: "Closed after inactivity", retry: "yes" },
      { code: 4301, name: "Client event rejected due to rate limit", retry: "after-fix" },
      { code: 4302, name: "Watchlist limit exceeded", retry: "after-fix" },
    ],
  },
  {
    system: "reverb",
    source: onGitHub("laravel/reverb", `${REVERB}/ConnectionLimitExceeded.php`),
    codes: [
      { code: 4004, name: "Connection limit exceeded", retry: "after-fix" },
      {
        code: 4009,
        name: "Origin not allowed, or unauthorized",
        retry: "after-fix",
        source: onGitHub("laravel/reverb", `${REVERB}/InvalidOrigin.php`),
      },
      {
        code: 4301,
        name: "Rate limit exceeded",
        retry: "after-fix",
        source: onGitHub("laravel/reverb", `${REVERB}/RateLimitExceeded.php`),
      },
    ],
  },
  {
    system: "soketi",
    source: onGitHub("soketi/soketi", "src/ws-handler.ts"),
    codes: [
      { code: 4001, name: "App does not exist", retry: "after-fix" },
      { code: 4003, name: "App not enabled", retry: "after-fix" },
      { code: 4009, name: "Connection not authorized", retry: "after-fix" },
      { code: 4100, name: "Connections quota reached", retry: "yes" },
      { code: 4200, name: "Server closing", retry: "yes" },
    ],
  },
  {
    system: "centrifugo",
    source: onGitHub("centrifugal/centrifuge", "disconnect.go"),
    codes: [
      { code: 3001, name: "shutdown", retry: "yes" },
      { code: 3004, name: "internal server error", retry: "yes" },
      { code: 3005, name: "connection expired", retry: "yes" },
      { code: 3006, name: "subscription expired", retry: "yes" },
      { code: 3008, name: "slow", retry: "yes" },
      { code: 3009, name: "write error", retry: "yes" },
      { code: 3010, name: "insufficient state", retry: "yes" },
      { code: 3011, name: "force reconnect", retry: "yes" },
      { code: 3012, name: "no pong", retry: "yes" },
      { code: 3013, name: "too many requests", retry: "yes" },
      { code: 3014, name: "state invalidated", retry: "yes" },
      { code: 3500, name: "invalid token", retry: "after-fix" },
      { code: 3501, name: "bad request", retry: "after-fix" },
      { code: 3502, name: "stale", retry: "after-fix" },
      { code: 3503, name: "force disconnect", retry: "after-fix" },
      { code: 3504, name: "connection limit", retry: "after-fix" },
      { code: 3505, name: "channel limit", retry: "after-fix" },
      { code: 3506, name: "inappropriate protocol", retry: "after-fix" },
      { code: 3507, name: "permission denied", retry: "after-fix" },
      { code: 3508, name: "not available", retry: "after-fix" },
      { code: 3509, name: "too many errors", retry: "after-fix" },
    ],
  },
  {
    system: "hocuspocus",
    source: onGitHub("ueberdosis/hocuspocus", "packages/common/src/CloseEvents.ts"),
    codes: [
      { code: 1009, name: "Message Too Big", retry: "after-fix" },
      { code: 4205, name: "Reset Connection", retry: "yes" },
      { code: 4401, name: "Unauthorized", retry: "after-fix" },
      { code: 4403, name: "Forbidden", retry: "after-fix" },
      { code: 4408, name: "Connection Timeout", retry: "yes" },
    ],
  },
  {
    system: "liveblocks",
    source: onGitHub("liveblocks/liveblocks", "packages/liveblocks-core/src/types/IWebSocket.ts"),
    codes: [
      { code: 4000, name: "INVALID_MESSAGE_FORMAT", retry: "after-fix" },
      { code: 4001, name: "NOT_ALLOWED", retry: "after-fix" },
      { code: 4005, name: "Room full", retry: "after-fix" },
      { code: 4006, name: "ROOM_ID_UPDATED", retry: "after-fix" },
      { code: 4100, name: "KICKED", retry: "after-fix" },
      { code: 4109, name: "TOKEN_EXPIRED", retry: "yes" },
      { code: 4999, name: "CLOSE_WITHOUT_RETRY", retry: "no" },
    ],
  },
  {
    system: "tldraw",
    source: onGitHub("tldraw/tldraw", "packages/sync-core/src/lib/TLSyncClient.ts"),
    codes: [{ code: 4099, name: "TLSyncErrorCloseEventCode", retry: "after-fix" }],
  },
  {
    system: "colyseus",
    source: onGitHub("colyseus/colyseus", "packages/shared-types/src/Protocol.ts"),
    codes: [
      { code: 4000, name: "CONSENTED", retry: "no" },
      { code: 4001, name: "SERVER_SHUTDOWN", retry: "yes" },
      { code: 4002, name: "WITH_ERROR", retry: "yes" },
      { code: 4003, name: "FAILED_TO_RECONNECT", retry: "after-fix" },
      { code: 4010, name: "MAY_TRY_RECONNECT", retry: "yes" },
    ],
  },
  {
    system: "convex",
    source: onGitHub("get-convex/convex-js", "src/browser/sync/web_socket_manager.ts"),
    codes: [{ code: 4040, name: "Deployment not found", retry: "yes" }],
  },
  {
    system: "jupyter-collaboration",
    source: onGitHub(
      "jupyterlab/jupyter-collaboration",
      "projects/jupyter-server-ydoc/jupyter_server_ydoc/handlers.py",
    ),
    codes: [
      { code: 1003, name: "Session cannot be resumed", retry: "after-fix" },
      { code: 4400, name: "Bad request", retry: "after-fix" },
      { code: 4404, name: "File not found", retry: "after-fix" },
      { code: 4500, name: "Internal server error", retry: "yes" },
    ],
  },
] as const satisfies readonly SystemCodes[];
