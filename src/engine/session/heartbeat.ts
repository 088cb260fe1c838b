import type { Heartbeat } from "../../core/profile/profile.ts";
import type { Ms, Seq } from "../../core/units/units.ts";

interface Deeds {
  /** Sends the heartbeat. @returns its number in the log, or null when there is none to wait an answer for */
  send(): Seq | null;
  missed(of: Seq, wait: Ms): void;
}

/** Sends a message at an interval and, where a reply is expected, waits for it. Lives in the worker: a hidden page's timers fall to one a second. */
export class HeartbeatTimer {
  readonly #setup: Heartbeat;
  readonly #deeds: Deeds;
  readonly #beat: ReturnType<typeof setInterval>;
  #waiting: { readonly of: Seq; readonly timer: ReturnType<typeof setTimeout> } | null = null;

  constructor(setup: Heartbeat, deeds: Deeds) {
    this.#setup = setup;
    this.#deeds = deeds;
    this.#beat = setInterval(() => {
      this.#send();
    }, setup.every);
  }

  #send(): void {
    const of = this.#deeds.send();
    const { expect, within } = this.#setup;
    if (of === null || expect === "" || this.#waiting) return;
    const timer = setTimeout(() => {
      this.#waiting = null;
      this.#deeds.missed(of, within);
    }, within);
    this.#waiting = { of, timer };
  }

  awaitsReply(): boolean {
    return this.#waiting !== null;
  }

  /** @returns the heartbeat that this text answers, if it does */
  answeredBy(text: string): Seq | null {
    if (!this.#waiting || !text.includes(this.#setup.expect)) return null;
    const { of, timer } = this.#waiting;
    clearTimeout(timer);
    this.#waiting = null;
    return of;
  }

  stop(): void {
    clearInterval(this.#beat);
    clearTimeout(this.#waiting?.timer);
    this.#waiting = null;
  }
}
