import type { Budget } from "../core/units/budget.ts";
import {
  LINK_VERSION,
  type Ask,
  type FromEngine,
  type Host,
  type Question,
  type Questions,
  type RequestId,
  type ToEngine,
} from "./protocol.ts";

/** Why there is no engine; each is a sentence on the screen with a way on. */
export type EngineDown = "silent" | "crashed" | "version" | "stuck";

export interface EngineListener {
  ready(): void;
  down(why: EngineDown): void;
  /** It does not answer, and may still come back: a message may be huge, and the machine slow. */
  late(isLate: boolean): void;
  heard(message: Exclude<FromEngine, { type: "hello" | "pong" | "answer" | "unanswered" }>): void;
}

/** An engine that has not said hello by then most likely will not. */
const HELLO_WAIT = 3000;
/** How often a running engine is asked for a sign of life, and how long it may take: a filter may be hard, a message huge. */
const PING_EVERY = 2000;
const PONG_WAIT = 10_000;

/** The page's side of the wall: starts the worker, notices when it is gone, and matches answers to questions. */
export class EngineClient {
  readonly #makeWorker: () => Worker;
  readonly #listener: EngineListener;
  #worker: Worker | null = null;
  #helloTimer: ReturnType<typeof setTimeout> | undefined;
  #pingTimer: ReturnType<typeof setInterval> | undefined;
  #pongTimer: ReturnType<typeof setTimeout> | undefined;
  #isLate = false;
  #asked = 0;
  readonly #open = new Map<RequestId, { resolve: (answer: unknown) => void; reject: (reason: Error) => void }>();

  constructor(makeWorker: () => Worker, listener: EngineListener) {
    this.#makeWorker = makeWorker;
    this.#listener = listener;
  }

  start(budget: Budget, host: Host): void {
    this.stop();
    let worker: Worker;
    try {
      worker = this.#makeWorker();
    } catch {
      this.#listener.down("crashed");
      return;
    }
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<FromEngine>): void => {
      this.#hear(data);
    };
    worker.onerror = (event): void => {
      event.preventDefault();
      this.#fall("crashed");
    };
    // It is not ended: on a machine that is busy it may come after all.
    this.#helloTimer = setTimeout(() => {
      this.#listener.down("silent");
    }, HELLO_WAIT);
    this.tell({ type: "hello", version: LINK_VERSION, budget, host });
  }

  stop(): void {
    clearTimeout(this.#helloTimer);
    clearInterval(this.#pingTimer);
    clearTimeout(this.#pongTimer);
    this.#pongTimer = undefined;
    this.#isLate = false;
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#open.values()) reject(new Error("the engine is gone"));
    this.#open.clear();
  }

  #ping(): void {
    if (this.#pongTimer !== undefined) return;
    this.tell({ type: "ping" });
    this.#pongTimer = setTimeout(() => {
      this.#isLate = true;
      this.#listener.late(true);
    }, PONG_WAIT);
  }

  #fall(why: EngineDown): void {
    this.stop();
    this.#listener.down(why);
  }

  #hear(message: FromEngine): void {
    switch (message.type) {
      case "hello":
        clearTimeout(this.#helloTimer);
        if (message.version !== LINK_VERSION) {
          this.#fall("version");
          return;
        }
        this.#pingTimer = setInterval(() => {
          this.#ping();
        }, PING_EVERY);
        this.#listener.ready();
        return;
      case "pong":
        clearTimeout(this.#pongTimer);
        this.#pongTimer = undefined;
        if (this.#isLate) this.#listener.late(false);
        this.#isLate = false;
        return;
      case "answer":
        this.#open.get(message.request)?.resolve(message.answer);
        this.#open.delete(message.request);
        return;
      case "unanswered":
        this.#open.get(message.request)?.reject(new Error(message.message));
        this.#open.delete(message.request);
        return;
      case "state":
      case "examined":
      case "live":
      case "view":
      case "mistake":
      case "progress":
      case "part":
      case "recording":
        this.#listener.heard(message);
    }
  }

  /** Without an engine nothing is said: the page shows that it is down. */
  tell(message: ToEngine): void {
    this.#worker?.postMessage(message);
  }

  ask<Q extends Question>(question: Q, about: Questions[Q]["ask"]): Promise<Questions[Q]["answer"]> {
    const request = ++this.#asked as RequestId;
    return new Promise((resolve, reject) => {
      if (!this.#worker) {
        reject(new Error("the engine is gone"));
        return;
      }
      this.#open.set(request, { resolve: resolve as (answer: unknown) => void, reject });
      this.tell({ type: "ask", request, question, about } as Ask);
    });
  }
}
