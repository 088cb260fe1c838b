/** Lines as their programs write them, one for each family of sources. */
export const EXAMPLES: readonly { readonly tool: string; readonly text: string }[] = [
  {
    tool: "Chromium",
    text: "WebSocket connection to 'wss://localhost:8443/live' failed: Error in connection establishment: net::ERR_CERT_AUTHORITY_INVALID",
  },
  {
    tool: "Node.js",
    text: `Error: connect ECONNREFUSED ::1:8080
    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1611:16) {
  errno: -111,
  code: 'ECONNREFUSED',
  syscall: 'connect',
  address: '::1',
  port: 8080
}`,
  },
  {
    tool: "nginx",
    text: `2026/11/28 10:11:12 [error] 31#31: *7 upstream prematurely closed connection while reading response header from upstream, client: 10.0.0.9, server: chat.example.com, request: "GET /ws HTTP/1.1", upstream: "http://127.0.0.1:3000/ws", host: "chat.example.com"`,
  },
  {
    tool: "Python",
    text: "websockets.exceptions.ConnectionClosedError: sent 1011 (internal error) keepalive ping timeout; no close frame received",
  },
  {
    tool: "curl",
    text: `> GET /ws HTTP/1.1
> Host: chat.example.com
> Connection: Upgrade
> Upgrade: websocket
>
< HTTP/1.1 426 Upgrade Required
< Server: nginx/1.22.1`,
  },
  { tool: "Socket.IO", text: '{"code":1,"message":"Session ID unknown"}' },
];
