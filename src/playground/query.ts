/** Enough of a bad value to recognise it, not enough to be a nuisance. */
const shownLength = 40;

const quoted = (text: string): string =>
  JSON.stringify(text.length > shownLength ? `${text.slice(0, shownLength)}…` : text);

/**
 * Reads the query of a playground address, which is hostile input: every value is bounded,
 * nothing throws. A bad value is remembered as a sentence and its default is returned, so that
 * a server's parameters read as one plain object; ask `faults()` before using them.
 */
export class Query {
  readonly #values: URLSearchParams;
  readonly #faults: string[] = [];

  /** @param text what follows the "?", or "" */
  constructor(text: string) {
    this.#values = new URLSearchParams(text);
  }

  /** A whole number within the bounds, both included. */
  number(name: string, bounds: { absent: number; min: number; max: number }): number {
    const text = this.#values.get(name);
    if (text === null) return bounds.absent;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= bounds.min && value <= bounds.max) return value;
    this.#faults.push(`"${name}" must be a whole number from ${bounds.min} to ${bounds.max}, not ${quoted(text)}.`);
    return bounds.absent;
  }

  /** Text of at most so many bytes of UTF-8; absent is empty. */
  text(name: string, bounds: { maxBytes: number }): string {
    const text = this.#values.get(name) ?? "";
    if (Buffer.byteLength(text) <= bounds.maxBytes) return text;
    this.#faults.push(`"${name}" must be at most ${bounds.maxBytes} bytes long, not ${Buffer.byteLength(text)}.`);
    return "";
  }

  /** One of a few names. */
  choice<Name extends string>(name: string, names: readonly Name[], absent: Name): Name {
    const text = this.#values.get(name);
    if (text === null) return absent;
    const chosen = names.find((each) => each === text);
    if (chosen !== undefined) return chosen;
    this.#faults.push(`"${name}" must be one of ${names.join(", ")}, not ${quoted(text)}.`);
    return absent;
  }

  /** What was wrong, a sentence each; empty when every value could be read. */
  faults(): readonly string[] {
    return this.#faults;
  }
}

/**
 * Path and query of a request line, apart. Never throws, unlike `new URL`.
 * @param target as Node's `request.url` has it
 */
export function splitTarget(target: string | undefined): { path: string; query: string } {
  const text = target ?? "";
  const mark = text.indexOf("?");
  return mark < 0 ? { path: text, query: "" } : { path: text.slice(0, mark), query: text.slice(mark + 1) };
}
