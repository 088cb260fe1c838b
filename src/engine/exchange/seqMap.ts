import { seq, type Seq } from "../../core/units/units.ts";

/** Numbers of a file and of the log that was read from it, kept as runs: a whole log is one. */
export class SeqMap {
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #length: number[] = [];

  /** Numbers that do not grow are no numbers of a log: they are passed over. */
  add(there: number, here: Seq): void {
    const last = this.#from.length - 1;
    const end = last < 0 ? -1 : (this.#from[last] ?? 0) + (this.#length[last] ?? 0);
    if (there < end) return;
    if (there === end && here === (this.#to[last] ?? 0) + (this.#length[last] ?? 0)) {
      this.#length[last] = (this.#length[last] ?? 0) + 1;
      return;
    }
    this.#from.push(there);
    this.#to.push(here);
    this.#length.push(1);
  }

  here = (there: number): Seq | null => this.#look(there, this.#from, this.#to);
  there = (here: Seq): Seq | null => this.#look(here, this.#to, this.#from);

  #look(number: number, from: readonly number[], to: readonly number[]): Seq | null {
    let low = 0;
    let high = from.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((from[middle] ?? 0) <= number) low = middle;
      else high = middle - 1;
    }
    const by = number - (from[low] ?? Number.POSITIVE_INFINITY);
    return by >= 0 && by < (this.#length[low] ?? 0) ? seq((to[low] ?? 0) + by) : null;
  }
}
