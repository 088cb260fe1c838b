import { createServer, get, type IncomingMessage, type Server } from "node:http";
import { once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { WebSocket } from "ws";
import { mountPlayground, type MountOptions } from "./mount.ts";

export interface TestServer {
  readonly http: Server;
  readonly origin: string;
  /** ends the playground alone */
  end(): void;
  /** resolves once Node says that the server is closed */
  close(): Promise<void>;
}

/** Where a server listens on TCP. */
export function originOf(server: { address(): AddressInfo | string | null }): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no TCP server");
  return `127.0.0.1:${address.port}`;
}

/** A real server on a free loopback port, with the playground and nothing else. */
export async function startPlayground(options?: MountOptions): Promise<TestServer> {
  const server = createServer();
  const end = mountPlayground(server, options);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    http: server,
    origin: originOf(server),
    end,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** What became of a connection, once it is over. */
interface Course {
  readonly client: WebSocket;
  readonly messages: readonly { readonly text: string; readonly isBinary: boolean }[];
  /** "open", "error <message>", "status <n>", "close <code> <reason>", in the order they came */
  readonly events: readonly string[];
  /** resolves with the same course when "close" came */
  readonly ended: Promise<Course>;
  /** resolves with the first so many messages */
  received(count: number): Promise<readonly string[]>;
}

/** Connects and writes down everything that happens. */
export function follow(address: string, protocols: readonly string[] = []): Course {
  const client = new WebSocket(address, [...protocols]);
  const messages: { text: string; isBinary: boolean }[] = [];
  const events: string[] = [];
  const course: Course = {
    client,
    messages,
    events,
    ended: new Promise((resolve) => client.once("close", () => resolve(course))),
    async received(count) {
      while (messages.length < count) await once(client, "message");
      return messages.slice(0, count).map((message) => message.text);
    },
  };
  client.on("open", () => events.push("open"));
  client.on("error", (error) => events.push(`error ${error.message}`));
  client.on("message", (data, isBinary) => {
    // With ws's default binaryType every message arrives as one Buffer.
    messages.push({ text: Buffer.isBuffer(data) ? data.toString("utf8") : "", isBinary });
  });
  client.on("close", (code, reason) => events.push(`close ${code} ${String(reason)}`.trim()));
  return course;
}

/** The HTTP answer to a handshake: its status, headers and body. */
export async function refused(
  address: string,
): Promise<{ status: number; body: string; location: string | undefined }> {
  const client = new WebSocket(address);
  client.on("error", () => undefined);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    client.once("unexpected-response", (_request, answer) => resolve(answer));
    client.once("open", () => reject(new Error(`${address} opened`)));
  });
  const { statusCode = 0, headers } = response;
  return { status: statusCode, body: await text(response), location: headers.location };
}

/** A plain GET. */
export async function fetchText(address: string): Promise<{ status: number; type: string | undefined; body: string }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(address, resolve).once("error", reject);
  });
  const { statusCode = 0, headers } = response;
  return { status: statusCode, type: headers["content-type"], body: await text(response) };
}

/** Opens a WebSocket by hand, to see how TCP ends: "end" by FIN, an error's code otherwise. */
export function tcpEnding(origin: string, path: string): Promise<string> {
  const { hostname, port } = new URL(`http://${origin}`);
  const socket = connect(Number(port), hostname);
  const key = Buffer.alloc(16).toString("base64");
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: ${origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
  );
  socket.resume();
  return new Promise((resolve) => {
    socket.once("end", () => resolve("end"));
    socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}
