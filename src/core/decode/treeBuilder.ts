import { Shape, unquote, type NodeKind, type NodeNote, type Tree } from "../units/tree.ts";
import { strictUtf8 } from "../units/utf8.ts";
import { JsonTreeReader } from "../units/jsonTree.ts";
import { MOST_NODES } from "./decoder.ts";

type Key = string | null;

/** Builds the tree of a decoded payload, up to a number of nodes; what is beyond is cut. */
export class TreeBuilder implements Tree {
  isCut = false;
  readonly #shape = new Shape();
  readonly #keys: Key[] = [];
  readonly #texts: string[] = [];
  readonly #octets = new Map<number, Uint8Array>();
  readonly #notes = new Map<number, NodeNote>();
  readonly #most: number;
  /** Branches that were asked for beyond the bound, and are not there to be closed. */
  #missing = 0;

  constructor(most: number = MOST_NODES) {
    this.#most = most;
  }

  #add(kind: NodeKind, key: Key, text: string, note: NodeNote | null): number {
    if (this.#shape.size >= this.#most) {
      this.isCut = true;
      return -1;
    }
    const at = this.#shape.add(kind);
    this.#keys.push(key);
    this.#texts.push(text);
    if (note !== null) this.#notes.set(at, note);
    return at;
  }

  /** What follows stands in it, until `close`. */
  open(kind: "object" | "array", key: Key = null, note: NodeNote | null = null): this {
    const at = this.#missing > 0 ? -1 : this.#add(kind, key, "", note);
    if (at < 0) this.#missing++;
    else this.#shape.open(at);
    return this;
  }

  close(): this {
    if (this.#missing > 0) this.#missing--;
    else this.#shape.close();
    return this;
  }

  closeAll(): this {
    this.#missing = 0;
    this.#shape.closeAll();
    return this;
  }

  /** Whether there is room for more: a loop over a payload ends here too. */
  isFull = (): boolean => this.isCut;

  leaf(kind: Exclude<NodeKind, "bytes">, key: Key, text: string, note: NodeNote | null = null): this {
    if (this.#missing === 0) this.#add(kind, key, text, note);
    return this;
  }

  number(key: Key, value: number | bigint, note: NodeNote | null = null): this {
    return this.leaf("number", key, String(value), note);
  }

  /** A number and the protocol's own name for it. */
  coded(key: Key, value: number, name: string | undefined): this {
    return this.number(key, value, name === undefined ? null : { kind: "term", text: name });
  }

  /** A string of a format that has strings. */
  string(key: Key, value: string, note: NodeNote | null = null): this {
    return this.leaf("string", key, JSON.stringify(value), note);
  }

  term(key: Key, value: string, note: NodeNote | null = null): this {
    return this.leaf("text", key, value, note);
  }

  literal(key: Key, value: boolean | null, note: NodeNote | null = null): this {
    return this.leaf("literal", key, String(value), note);
  }

  bytes(key: Key, octets: Uint8Array, note: NodeNote | null = null): this {
    const at = this.#missing > 0 ? -1 : this.#add("bytes", key, "", note);
    if (at >= 0) this.#octets.set(at, octets);
    return this;
  }

  /** Octets as what they most likely are: JSON, text, or octets. */
  content(key: Key, octets: Uint8Array, note: NodeNote | null = null): this {
    const text = octets.length === 0 ? null : strictUtf8(octets);
    return text === null || !isReadable(text) ? this.bytes(key, octets, note) : this.textContent(key, text, note);
  }

  /** Text as JSON where it holds more than one value, and as text otherwise. */
  textContent(key: Key, text: string, note: NodeNote | null = null): this {
    const json = /^\s*[[{]/.test(text) ? this.read(text) : null;
    return json === null ? this.term(key, text, note) : this.copy(json, 0, key);
  }

  /** A JSON text as far as there is room for it; null where it is none. */
  read(text: string): JsonTreeReader | null {
    const reader = new JsonTreeReader(text, Math.max(2, this.#most - this.#shape.size));
    reader.read();
    return reader.fault === null ? reader : null;
  }

  /** Takes a node of another tree over, with all that is under it. @param swap what stands for a node instead */
  copy(from: Tree, of: number, key: Key, swap: (at: number, name: Key) => boolean = () => false): this {
    const ends: number[] = [];
    let at = of;
    while (at < from.end(of)) {
      while (ends.at(-1) === at) {
        ends.pop();
        this.close();
      }
      const name = at === of ? key : from.key(at);
      const kind = from.kind(at);
      const octets = from.octets(at);
      if (swap(at, name)) {
        at = from.end(at);
        continue;
      }
      if (octets !== null) this.bytes(name, octets, from.note(at));
      else if (kind === "object" || kind === "array") {
        this.open(kind, name, from.note(at));
        ends.push(from.end(at));
      } else if (kind !== "bytes") this.leaf(kind, name, from.text(at), from.note(at));
      at++;
    }
    for (const _ of ends) this.close();
    this.isCut ||= from.isCut;
    return this;
  }

  size = (): number => this.#shape.size;
  kind = (at: number): NodeKind => this.#shape.kind(at);
  depth = (at: number): number => this.#shape.depth(at);
  parent = (at: number): number => this.#shape.parent(at);
  end = (at: number): number => this.#shape.end(at);
  count = (at: number): number => this.#shape.count(at);
  index = (at: number): number => this.#shape.index(at);
  key = (at: number): Key => this.#keys[at] ?? null;
  text = (at: number): string => this.#texts[at] ?? "";
  octets = (at: number): Uint8Array | null => this.#octets.get(at) ?? null;
  note = (at: number): NodeNote | null => this.#notes.get(at) ?? null;
}

/** Whether text has no control characters but those of lines. */
export const isReadable = (text: string): boolean => !/[\u0000-\u0008\u000e-\u001f\u007f]/.test(text);

/** A JSON string's content; of any other node its text. */
export const plain = (tree: Tree, at: number | null): string => (at === null ? "" : unquote(tree.text(at)));
