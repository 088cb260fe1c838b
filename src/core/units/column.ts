/** Numbers of a page: a table that grows copies at most one page, however long it is. */
const PAGE = 65_536;
const SHIFT = 16;
const LEAST_ROOM = 64;

/** Whole numbers of 32 bits by their place, as many as there are; what was not set is 0. */
export class Column {
  readonly #pages: Int32Array<ArrayBuffer>[];

  /** @param room numbers that are expected */
  constructor(room: number) {
    this.#pages = [new Int32Array(Math.min(PAGE, Math.max(LEAST_ROOM, room)))];
  }

  get(at: number): number {
    return this.#pages[at >> SHIFT]?.[at & (PAGE - 1)] ?? 0;
  }

  set(at: number, value: number): void {
    const page = this.#pages[at >> SHIFT];
    const place = at & (PAGE - 1);
    if (page !== undefined && place < page.length) page[place] = value;
    else this.#grow(at >> SHIFT, place)[place] = value;
  }

  #grow(which: number, place: number): Int32Array<ArrayBuffer> {
    const page = this.#pages[which];
    const made = new Int32Array(which > 0 ? PAGE : Math.min(PAGE, Math.max(place + 1, (page?.length ?? 0) * 2)));
    if (page) made.set(page);
    this.#pages[which] = made;
    return made;
  }
}
