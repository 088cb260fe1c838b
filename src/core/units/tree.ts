/**
 * A payload as a tree, in a table: one line for each node, a node before its descendants. A million
 * nodes are a few typed arrays, what is open is found by skipping, and nothing recurses.
 */
export type NodeKind =
  | "object"
  | "array"
  /** spelled as JSON spells it: quotes, escapes */
  | "string"
  | "number"
  | "literal"
  /** plain text: names and values of a protocol that quotes nothing */
  | "text"
  | "bytes";

/** What is known of a value beyond its spelling; names of protocols are in their own English. */
export type NodeNote =
  | { readonly kind: "term"; readonly text: string }
  /** A moment, in ms since 1970. */
  | { readonly kind: "time"; readonly at: number }
  | { readonly kind: "expiry"; readonly at: number }
  | { readonly kind: "attachment"; readonly index: number }
  /** Most likely the offset of Socket.IO's connection state recovery. */
  | { readonly kind: "offset" }
  /** Read without its signature being verified. */
  | { readonly kind: "unverified" }
  | { readonly kind: "guess" }
  | { readonly kind: "encrypted" }
  /** Octets or text that nothing was made of. */
  | { readonly kind: "rest" }
  | { readonly kind: "inflated"; readonly from: number }
  /** Inflating stopped at a bound. */
  | { readonly kind: "inflated-part"; readonly from: number };

export interface Tree {
  /** Nodes; the first, 0, is the root. */
  size(): number;
  /** Whether the payload holds more than these nodes tell. */
  readonly isCut: boolean;
  kind(at: number): NodeKind;
  depth(at: number): number;
  parent(at: number): number;
  /** The node after the last descendant. */
  end(at: number): number;
  /** Children, not descendants. */
  count(at: number): number;
  /** Its place among its parent's children. */
  index(at: number): number;
  /** The name in its object as it reads; null: it has none. */
  key(at: number): string | null;
  /** The spelling of a scalar; of octets none. */
  text(at: number): string;
  octets(at: number): Uint8Array | null;
  note(at: number): NodeNote | null;
}

const KINDS = [
  "object",
  "array",
  "string",
  "number",
  "literal",
  "text",
  "bytes",
] as const satisfies readonly NodeKind[];
const FIRST_ROOM = 64;

/** Which node stands under which: the part that every tree shares. */
export class Shape {
  size = 0;
  #kinds: Uint8Array<ArrayBuffer>;
  #depths: Int32Array<ArrayBuffer>;
  #parents: Int32Array<ArrayBuffer>;
  #ends: Int32Array<ArrayBuffer>;
  #counts: Int32Array<ArrayBuffer>;
  #indices: Int32Array<ArrayBuffer>;
  /** Nodes whose children are being added, outermost first. */
  readonly #open: number[] = [];

  /** @param room nodes that are expected: growing copies everything */
  constructor(room: number = FIRST_ROOM) {
    this.#kinds = new Uint8Array(room);
    this.#depths = new Int32Array(room);
    this.#parents = new Int32Array(room);
    this.#ends = new Int32Array(room);
    this.#counts = new Int32Array(room);
    this.#indices = new Int32Array(room);
  }

  add(kind: NodeKind): number {
    const at = this.size++;
    if (at === this.#kinds.length) this.#grow();
    const parent = this.#open.at(-1) ?? -1;
    this.#kinds[at] = KINDS.indexOf(kind);
    this.#depths[at] = this.#open.length;
    this.#parents[at] = parent;
    this.#ends[at] = at + 1;
    this.#indices[at] = parent < 0 ? 0 : (this.#counts[parent] ?? 0);
    if (parent >= 0) this.#counts[parent] = (this.#counts[parent] ?? 0) + 1;
    return at;
  }

  /** What is added from now on stands under the node. */
  open(at: number): void {
    this.#open.push(at);
  }

  close(): void {
    const at = this.#open.pop();
    if (at !== undefined) this.#ends[at] = this.size;
  }

  closeAll(): void {
    while (this.#open.length > 0) this.close();
  }

  opened(): number {
    return this.#open.length;
  }

  kind = (at: number): NodeKind => KINDS[this.#kinds[at] ?? 0] ?? "object";
  depth = (at: number): number => this.#depths[at] ?? 0;
  parent = (at: number): number => this.#parents[at] ?? -1;
  end = (at: number): number => this.#ends[at] ?? at + 1;
  count = (at: number): number => this.#counts[at] ?? 0;
  index = (at: number): number => this.#indices[at] ?? 0;

  #grow(): void {
    this.#kinds = grown(this.#kinds);
    this.#depths = grown(this.#depths);
    this.#parents = grown(this.#parents);
    this.#ends = grown(this.#ends);
    this.#counts = grown(this.#counts);
    this.#indices = grown(this.#indices);
  }
}

/** The same numbers with room for as many more. */
export function grown<Numbers extends Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(numbers: Numbers): Numbers;
export function grown(numbers: Uint8Array<ArrayBuffer> | Int32Array<ArrayBuffer>): Uint8Array | Int32Array {
  const bigger =
    numbers instanceof Int32Array ? new Int32Array(numbers.length * 2) : new Uint8Array(numbers.length * 2);
  bigger.set(numbers);
  return bigger;
}

/** The children of a node, in order. */
export function childrenOf(tree: Tree, of: number): readonly number[] {
  const children: number[] = [];
  for (let at = of + 1; at < tree.end(of); at = tree.end(at)) children.push(at);
  return children;
}

/** The last child of that name, as `JSON.parse` takes it; null: none. */
export function memberOf(tree: Tree, of: number, name: string): number | null {
  let found: number | null = null;
  for (let at = of + 1; at < tree.end(of); at = tree.end(at)) if (tree.key(at) === name) found = at;
  return found;
}

/** A scalar as it reads: escapes of a string resolved, its quotes gone. */
export function readable(tree: Tree, at: number): string {
  return tree.kind(at) === "string" ? unquote(tree.text(at)) : tree.text(at);
}

/** A JSON string as it reads; what is none stays. */
export function unquote(spelled: string): string {
  try {
    return String(JSON.parse(spelled));
  } catch {
    return spelled;
  }
}

/** `$.a[0]["b c"]`. @see RFC 9535 §2.7, normalized paths, with the short form of names */
export function pathOf(tree: Tree, of: number): string {
  const parts: string[] = [];
  for (let at = of; at > 0; at = tree.parent(at)) {
    const key = tree.key(at);
    if (key === null) parts.push(`[${String(tree.index(at))}]`);
    else parts.push(/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`);
  }
  return `$${parts.toReversed().join("")}`;
}
