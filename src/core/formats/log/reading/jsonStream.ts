/**
 * JSON that comes in pieces and is too large to be read at once: finds the values that are wanted and gives
 * their text, and looks at nothing else. What is found is parsed by whoever wants it; between the values the
 * grammar is taken as given, but for its brackets.
 */
export interface Frame {
  readonly isList: boolean;
  key: string;
  index: number;
}

export interface StreamFault {
  readonly kind: "brackets" | "too-deep" | "too-large" | "cut";
  /** In UTF-16 units from the beginning. */
  readonly offset: number;
}

/** No document of people or programs is deeper. */
const DEEPEST = 2000;
/** In UTF-16 units: one message, one header. */
const LARGEST = 256 * 1024 * 1024;

export class JsonStream {
  /** The first fault; nothing is read behind it. */
  fault: StreamFault | null = null;
  readonly #wants: (frames: readonly Frame[]) => boolean;
  readonly #found: (frames: readonly Frame[], text: string) => void;
  /** Deeper values are not asked for. */
  readonly #depth: number;
  readonly #frames: Frame[] = [];
  #expects: "value" | "key" | "after" = "value";
  #state: "between" | "string" | "key" | "scalar" = "between";
  #isEscaped = false;
  #caught: { readonly depth: number; readonly parts: string[]; length: number } | null = null;
  #key: string[] = [];
  #read = 0;

  constructor(
    depth: number,
    wants: (frames: readonly Frame[]) => boolean,
    found: (frames: readonly Frame[], text: string) => void,
  ) {
    this.#depth = depth;
    this.#wants = wants;
    this.#found = found;
  }

  push(text: string): void {
    let from = this.#caught === null ? -1 : 0;
    let at = this.#read === 0 && text.startsWith("\ufeff") ? 1 : 0;
    while (at < text.length && this.fault === null) {
      if (this.#state === "string" || this.#state === "key") {
        const start = at;
        at = this.#throughString(text, at);
        if (this.#state === "key") this.#key.push(text.slice(start, at));
        const isClosed = text[at - 1] === '"' && this.#isClosed;
        if (isClosed) {
          if (this.#state === "key") {
            const frame = this.#frames.at(-1);
            if (frame) frame.key = this.#keyText();
            this.#expects = "after";
            this.#state = "between";
          } else {
            this.#state = "between";
            from = this.#ended(text, from, at);
          }
        }
        continue;
      }
      const unit = text.charCodeAt(at);
      const isStructure = unit === 44 || unit === 58 || unit === 93 || unit === 125;
      const isSpace = unit === 32 || (unit >= 9 && unit <= 13);
      if (this.#state === "scalar" && (isStructure || isSpace)) {
        this.#state = "between";
        from = this.#ended(text, from, at);
      }
      if (isSpace || this.#state === "scalar") {
        at++;
        continue;
      }
      from = this.#structure(text, at, from, unit);
      at++;
    }
    if (from >= 0 && this.fault === null) this.#keep(text.slice(from));
    this.#read += text.length;
  }

  end(): void {
    if (this.#state === "scalar" && this.#frames.length === 0) this.#ended("", 0, 0);
    else if (this.fault === null && (this.#frames.length > 0 || this.#state !== "between")) this.#fail("cut", 0);
  }

  /** One character outside of strings and scalars. @returns where the caught value begins in this piece; -1: nothing is caught */
  #structure(text: string, at: number, from: number, unit: number): number {
    const frame = this.#frames.at(-1);
    switch (unit) {
      case 123:
      case 91: {
        const caught = this.#begins(at, from);
        if (this.#frames.length === DEEPEST) this.#fail("too-deep", at);
        this.#frames.push({ isList: unit === 91, key: "", index: 0 });
        this.#expects = unit === 91 ? "value" : "key";
        return caught;
      }
      case 125:
      case 93:
        if (frame?.isList !== (unit === 93)) {
          this.#fail("brackets", at);
          return from;
        }
        this.#frames.pop();
        this.#expects = "after";
        return this.#ended(text, from, at + 1);
      case 44:
        if (frame) frame.index++;
        this.#expects = frame?.isList === true ? "value" : "key";
        return from;
      case 58:
        this.#expects = "value";
        return from;
      case 34:
        if (this.#expects === "key") {
          this.#state = "key";
          this.#key = [];
          return from;
        }
        this.#state = "string";
        return this.#begins(at, from);
      default:
        this.#state = "scalar";
        return this.#begins(at, from);
    }
  }

  #begins(at: number, from: number): number {
    const isAsked = this.#caught === null && this.#frames.length <= this.#depth;
    if (!isAsked || !this.#wants(this.#frames)) return from;
    this.#caught = { depth: this.#frames.length, parts: [], length: 0 };
    return at;
  }

  #ended(text: string, from: number, to: number): number {
    const caught = this.#caught;
    if (caught?.depth !== this.#frames.length) return from;
    this.#caught = null;
    this.#found(this.#frames, caught.parts.join("") + text.slice(Math.max(0, from), to));
    return -1;
  }

  #keep(text: string): void {
    if (this.#caught === null) return;
    this.#caught.parts.push(text);
    this.#caught.length += text.length;
    if (this.#caught.length > LARGEST) this.#fail("too-large", 0);
  }

  #isClosed = false;
  /** @returns behind the closing quote, or the end of the piece */
  #throughString(text: string, from: number): number {
    this.#isClosed = false;
    let at = from;
    for (; at < text.length; at++) {
      if (this.#isEscaped) {
        this.#isEscaped = false;
        continue;
      }
      const unit = text.charCodeAt(at);
      if (unit === 92) this.#isEscaped = true;
      else if (unit === 34) {
        this.#isClosed = true;
        return at + 1;
      }
    }
    return at;
  }

  #keyText(): string {
    const spelled = `"${this.#key.join("")}`;
    try {
      return String(JSON.parse(spelled));
    } catch {
      return spelled;
    }
  }

  #fail(kind: StreamFault["kind"], at: number): void {
    this.fault ??= { kind, offset: this.#read + at };
  }
}
