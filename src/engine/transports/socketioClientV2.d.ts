/** The part of Socket.IO's client 2.5 that we use; the package has no types of its own. */
declare module "socket.io-client-v2" {
  export interface TransportV2 {
    readonly name: string;
    /** of polling: the request on its way, until it is settled */
    readonly pollXhr?: { readonly xhr: XMLHttpRequest | null };
    /** of a WebSocket: absent where its constructor threw */
    readonly ws?: WebSocket;
    uri(): string;
    send(packets: readonly { type: string; data?: unknown }[]): void;
    on(event: "packet", listener: (packet: { type: string; data?: unknown }) => void): this;
    on(event: "error", listener: (error: Error) => void): this;
  }

  export interface EngineV2 {
    readonly transport: TransportV2;
    readonly readyState: string;
    createTransport(name: string): TransportV2;
    on(event: "packet" | "packetCreate", listener: (packet: { type: string; data?: unknown }) => void): this;
    on(event: "handshake", listener: (data: { pingInterval: number }) => void): this;
    on(event: "upgrade", listener: (transport: TransportV2) => void): this;
    on(event: "upgradeError", listener: (error: Error) => void): this;
    close(): this;
  }

  export interface SocketV2 {
    readonly connected: boolean;
    /** since it connected */
    readonly id?: string;
    on(event: "connect", listener: () => void): this;
    on(event: "disconnect", listener: (why: string) => void): this;
    /** an Error of the transport, or what the server says of itself */
    on(event: "error", listener: (error: unknown) => void): this;
    off(): this;
    connect(): this;
    disconnect(): this;
    emit(event: string, ...args: readonly unknown[]): this;
    packet(packet: { readonly type: number; readonly id: number; readonly data: readonly unknown[] }): void;
    /** hands an event of the server to its listeners */
    onevent(packet: unknown): void;
  }

  export interface OptionsV2 {
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
    readonly transports: string[];
    readonly upgrade: boolean;
    readonly parser?: unknown;
    readonly transportOptions: { readonly polling: { readonly extraHeaders: Readonly<Record<string, string>> } };
    readonly withCredentials: boolean;
    readonly jsonp: boolean;
    readonly autoConnect: boolean;
    readonly reconnection: boolean;
    /** ms; false: none */
    readonly timeout: number | false;
  }

  export class Manager {
    constructor(url: string, options: OptionsV2);
    /** since the first socket connects */
    readonly engine: EngineV2;
    readonly decoder: { add(data: unknown): void };
    on(event: "connect_error", listener: (error: unknown) => void): this;
    socket(namespace: string, options: { readonly query?: Readonly<Record<string, string>> }): SocketV2;
  }
}
