/** The part of Socket.IO 2.5 that the playground uses; the package has no types of its own. */
declare module "socket.io-v2" {
  import type { Server as HttpServer } from "node:http";

  export interface SocketV2 {
    /** sees every event as its name, its values and, if wanted, a function that acknowledges */
    use(see: (packet: readonly [string, ...unknown[]], next: () => void) => void): this;
    emit(event: string, ...values: readonly unknown[]): boolean;
  }

  export interface OptionsV2 {
    readonly path: string;
    readonly serveClient: boolean;
    readonly destroyUpgrade: boolean;
    readonly cookie: boolean;
  }

  export default class ServerV2 {
    constructor(server: HttpServer, options: OptionsV2);
    readonly engine: { close(): void };
    on(event: "connection", listener: (socket: SocketV2) => void): this;
  }
}
