/** The part of Socket.IO 2.5 that the playground and the tests use; the package has no types of its own. */
declare module "socket.io-v2" {
  import type { IncomingHttpHeaders, IncomingMessage, Server as HttpServer, ServerResponse } from "node:http";

  export interface SocketV2 {
    readonly handshake: {
      readonly headers: IncomingHttpHeaders;
      readonly query: Readonly<Record<string, string>>;
    };
    /** sees every event as its name, its values and, if wanted, a function that acknowledges */
    use(see: (packet: readonly [string, ...unknown[]], next: () => void) => void): this;
    emit(event: string, ...values: readonly unknown[]): boolean;
    disconnect(): this;
  }

  export interface NamespaceV2 {
    readonly name: string;
    readonly connected: Readonly<Record<string, SocketV2>>;
    use(admit: (socket: SocketV2, next: (error?: Error) => void) => void): this;
    on(event: "connection", listener: (socket: SocketV2) => void): this;
    emit(event: string, ...values: readonly unknown[]): this;
  }

  export interface OptionsV2 {
    readonly path: string;
    readonly serveClient: boolean;
    readonly destroyUpgrade: boolean;
    readonly cookie: boolean;
    /** absent: only the headers of Engine.IO's own client are allowed */
    readonly handlePreflightRequest?: (request: IncomingMessage, response: ServerResponse) => void;
  }

  export default class ServerV2 {
    constructor(server: HttpServer, options: OptionsV2);
    readonly engine: { readonly clientsCount: number; close(): void };
    of(namespace: string): NamespaceV2;
    on(event: "connection", listener: (socket: SocketV2) => void): this;
    close(closed: () => void): void;
  }
}
