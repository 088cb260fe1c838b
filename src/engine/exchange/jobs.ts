import type { JobId, JobProgress } from "../../link/exchange.ts";
import type { FromEngine } from "../../link/protocol.ts";
import { breathe } from "../clock.ts";

/** A slice of work, in ms: short enough for a message to wait behind. */
const SLICE = 8;
/** How often the page hears how far it is, in ms. */
const TOLD_EVERY = 100;

/** A task that takes long, in slices: sockets are served in between, and the page can end it. */
export class Job {
  readonly id: JobId;
  readonly #post: (message: FromEngine) => void;
  #sliceEnd = performance.now() + SLICE;
  #toldAt = performance.now();
  #isCancelled = false;
  #taken: (() => void) | null = null;

  constructor(id: JobId, post: (message: FromEngine) => void) {
    this.id = id;
    this.#post = post;
  }

  isCancelled = (): boolean => this.#isCancelled;
  isDue = (): boolean => performance.now() > this.#sliceEnd;

  /** @returns whether to go on */
  async rest(progress: JobProgress): Promise<boolean> {
    if (performance.now() - this.#toldAt > TOLD_EVERY) {
      this.#toldAt = performance.now();
      this.#post({ type: "progress", job: this.id, progress });
    }
    await breathe();
    this.#sliceEnd = performance.now() + SLICE;
    return !this.#isCancelled;
  }

  /** Gives the page a part, and waits until it is written. */
  send(octets: Uint8Array<ArrayBuffer>): Promise<void> {
    return new Promise((resolve) => {
      if (this.#isCancelled) {
        resolve();
        return;
      }
      this.#taken = resolve;
      this.#post({ type: "part", job: this.id, octets });
    });
  }

  taken(): void {
    const resolve = this.#taken;
    this.#taken = null;
    resolve?.();
  }

  cancel(): void {
    this.#isCancelled = true;
    this.taken();
  }
}

/** The tasks under way, by the name that the page gave them. */
export class Jobs {
  readonly #running = new Map<JobId, Job>();
  readonly #post: (message: FromEngine) => void;

  constructor(post: (message: FromEngine) => void) {
    this.#post = post;
  }

  async run<Answer>(id: JobId, work: (job: Job) => Promise<Answer>): Promise<Answer> {
    const job = new Job(id, this.#post);
    this.#running.set(id, job);
    try {
      return await work(job);
    } finally {
      this.#running.delete(id);
    }
  }

  cancel(id: JobId): void {
    this.#running.get(id)?.cancel();
  }
  taken(id: JobId): void {
    this.#running.get(id)?.taken();
  }
}
