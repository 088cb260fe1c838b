import { once } from "node:events";
import { WebSocket } from "ws";
import * as v from "valibot";

/** Devtools protocol messages, as far as we read them. */
const answer = v.object({
  id: v.number(),
  result: v.optional(v.unknown()),
  error: v.optional(v.object({ message: v.string() })),
});

interface Waiting {
  readonly method: string;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/**
 * The devtools protocol, spoken plainly: Playwright and Puppeteer turn the Network domain on, which
 * reports every WebSocket frame and halves what a page can receive.
 * @see https://chromedevtools.github.io/devtools-protocol/
 */
export class Cdp {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data) => {
      this.#hear(Buffer.isBuffer(data) ? data.toString("utf8") : "");
    });
    socket.on("close", () => {
      for (const waiting of this.#waiting.values()) waiting.reject(new Error(`${waiting.method}: the browser is gone`));
      this.#waiting.clear();
    });
  }

  static async connect(url: string): Promise<Cdp> {
    const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 256 * 1024 * 1024 });
    await once(socket, "open");
    return new Cdp(socket);
  }

  /** @param session of a page; absent: the browser itself */
  send(method: string, params: Readonly<Record<string, unknown>> = {}, session?: string): Promise<unknown> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject });
      this.#socket.send(
        JSON.stringify({ id, method, params, ...(session === undefined ? {} : { sessionId: session }) }),
      );
    });
  }

  close(): void {
    this.#socket.terminate();
  }

  /** Events are not for us: every one of them has no id. */
  #hear(text: string): void {
    const parsed = v.safeParse(answer, JSON.parse(text));
    if (!parsed.success) return;
    const { id, result, error } = parsed.output;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(`${waiting.method}: ${error.message}`));
  }
}
