/** Where a connection was to go, in the parts that commands, recipes and checks are filled with. */
export interface Target {
  readonly protocol: "websocket" | "socketio";
  /** The address used: ws, wss, and for Socket.IO http or https, without user and password. */
  readonly url: string;
  /** Whether it is wss or https. */
  readonly isSecure: boolean;
  /** Without brackets: `::1`, `localhost`, `api.example`. */
  readonly host: string;
  readonly port: number;
  /** Path and query as they go over the wire; for Socket.IO those of the Engine.IO handshake. */
  readonly path: string;
  readonly subprotocols: readonly string[];
  /** Of our page: what the browser sends as `Origin`. */
  readonly origin: string;
  /** Sent with polling requests, in the order of the setup. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Socket.IO; null for others. */
  readonly namespace: string | null;
  /** The idle limit that an ending points at, in seconds; null: none. */
  readonly idleLimit: number | null;
}
