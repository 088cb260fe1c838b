import type { Prepared } from "./prepare.ts";
import type { SegmentCut } from "./segment.ts";

export interface MatcherQuestion {
  readonly id: number;
  readonly cut: SegmentCut;
  readonly isText: boolean;
  readonly terms: Prepared;
  readonly candidates: Uint32Array;
}

export interface MatcherAnswer {
  readonly id: number;
  readonly hits: Uint32Array;
}

/** A segment of 1 MiB takes milliseconds; one of a single huge message may take seconds. */
const PATIENCE = 4000;

/** Runs the slow terms of filters in a worker of their own, which is ended when it does not come back. */
export class Matcher {
  readonly #makeWorker: () => Worker;
  #worker: Worker | null = null;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #open = new Map<number, (hits: Uint32Array | null) => void>();

  constructor(makeWorker: () => Worker = startWorker) {
    this.#makeWorker = makeWorker;
  }

  /** @returns those of the candidates that match; null: it took too long, and was stopped */
  match(
    { cut, isText }: Pick<MatcherQuestion, "cut" | "isText">,
    terms: Prepared,
    candidates: Uint32Array<ArrayBuffer>,
  ): Promise<Uint32Array | null> {
    const id = ++this.#asked;
    return new Promise((resolve) => {
      this.#open.set(id, resolve);
      if (this.#open.size === 1) this.#watch();
      const question: MatcherQuestion = { id, cut, isText, terms, candidates };
      this.#running().postMessage(question, [cut.octets.buffer, candidates.buffer]);
    });
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = this.#makeWorker();
    worker.onmessage = ({ data }: MessageEvent<MatcherAnswer>): void => {
      this.#open.get(data.id)?.(data.hits);
      this.#open.delete(data.id);
      this.#watch();
    };
    worker.onerror = (event): void => {
      event.preventDefault();
      this.#giveUp();
    };
    this.#worker = worker;
    return worker;
  }

  #watch(): void {
    clearTimeout(this.#timer);
    if (this.#open.size > 0)
      this.#timer = setTimeout(() => {
        this.#giveUp();
      }, PATIENCE);
  }

  #giveUp(): void {
    this.#worker?.terminate();
    this.#worker = null;
    const waiting = [...this.#open.values()];
    this.#open.clear();
    for (const resolve of waiting) resolve(null);
  }
}

const startWorker = (): Worker =>
  new Worker(new URL("./matcherWorker.ts", import.meta.url), { type: "module", name: "matcher" });
