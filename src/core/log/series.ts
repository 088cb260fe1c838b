import { ms, type EpochMs, type Ms } from "../units/units.ts";

/** What a log looks like over time, in steps of one width, and how long answers took. */
export interface Series {
  readonly from: EpochMs;
  readonly width: Ms;
  readonly sent: Steps;
  readonly received: Steps;
  /** Between an emit and its acknowledgement, a heartbeat and its answer; ms, the shortest first. */
  readonly roundTrips: Float64Array<ArrayBuffer>;
}

/** One number for each step. */
export interface Steps {
  readonly count: Float64Array<ArrayBuffer>;
  readonly bytes: Float64Array<ArrayBuffer>;
  /** Octets of the largest message. */
  readonly largest: Float64Array<ArrayBuffer>;
}

/** Gathers a series from entries in any order. */
export class SeriesBuilder {
  readonly #from: EpochMs;
  readonly #width: Ms;
  readonly #most: number;
  readonly #sent: Steps;
  readonly #received: Steps;
  #roundTrips = new Float64Array(256);
  #answers = 0;

  /** @param most steps between the first and the last moment */
  constructor(from: EpochMs, to: EpochMs, most: number) {
    this.#from = from;
    this.#width = niceWidth(to - from, most);
    this.#most = Math.floor((to - from) / this.#width) + 1;
    const steps = (): Steps => ({
      count: new Float64Array(this.#most),
      bytes: new Float64Array(this.#most),
      largest: new Float64Array(this.#most),
    });
    this.#sent = steps();
    this.#received = steps();
  }

  message(direction: "sent" | "received", time: EpochMs, size: number): void {
    const { count, bytes, largest } = direction === "sent" ? this.#sent : this.#received;
    const at = Math.max(0, Math.min(this.#most - 1, Math.floor((time - this.#from) / this.#width)));
    count[at] = (count[at] ?? 0) + 1;
    bytes[at] = (bytes[at] ?? 0) + size;
    largest[at] = Math.max(largest[at] ?? 0, size);
  }

  answer(after: Ms): void {
    if (this.#answers === this.#roundTrips.length) {
      const grown = new Float64Array(this.#answers * 2);
      grown.set(this.#roundTrips);
      this.#roundTrips = grown;
    }
    this.#roundTrips[this.#answers++] = after;
  }

  series(): Series {
    const roundTrips = this.#roundTrips.slice(0, this.#answers).toSorted();
    return { from: this.#from, width: this.#width, sent: this.#sent, received: this.#received, roundTrips };
  }
}

/** Rates of less than a second are the noise of single messages, unless there is hardly more than one. */
const SECOND = 1000;
const SHORT = 5000;

/** Steps that people count in: 1, 2 or 5 times a power of ten, in ms. */
function niceWidth(span: number, most: number): Ms {
  const least = Math.max(span > SHORT ? SECOND : SECOND / 10, span / most);
  const power = 10 ** Math.floor(Math.log10(least));
  const nice = [1, 2, 5, 10].map((factor) => factor * power).find((width) => width >= least) ?? least;
  return ms(nice);
}

/** The value below which a share of the sorted values lies; NaN of none. @param share 0 to 1 */
export function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export interface Bar {
  readonly from: Ms;
  readonly to: Ms;
  readonly count: number;
}

/** 0, then 1, 2 and 5 times each power of ten from 0.1 ms to an hour and more. */
const EDGES: readonly number[] = [
  0,
  ...[-1, 0, 1, 2, 3, 4, 5, 6].flatMap((power) =>
    [1, 2, 5].map((factor) => Number((factor * 10 ** power).toPrecision(1))),
  ),
  Number.POSITIVE_INFINITY,
];

/** Sorted values in bars that grow with the values; none before the first and after the last that holds one. */
export function histogram(sorted: Float64Array): readonly Bar[] {
  const bars = EDGES.slice(0, -1).map((from, at): Bar => {
    const to = EDGES[at + 1] ?? Number.POSITIVE_INFINITY;
    return { from: ms(from), to: ms(to), count: sorted.filter((value) => value >= from && value < to).length };
  });
  const isFull = ({ count }: Bar): boolean => count > 0;
  return bars.slice(Math.max(0, bars.findIndex(isFull)), bars.findLastIndex(isFull) + 1);
}
