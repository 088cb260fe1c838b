import { Column } from "./column.ts";

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
  readonly #kinds: Column;
  readonly #depths: Column;
  readonly #parents: Column;
  readonly #ends: Column;
  readonly #counts: Column;
  readonly #indices: Column;
  /** Nodes whose children are being added, outermost first. */
  readonly #open: number[] = [];

  /** @param room nodes that are expected */
  constructor(room: number = FIRST_ROOM) {
    this.#kinds = new Column(room);
    this.#depths = new Column(room);
    this.#parents = new Column(room);
    this.#ends = new Column(room);
    this.#counts = new Column(room);
    this.#indices = new Column(room);
  }

  add(kind: NodeKind): number {
    const at = this.size++;
    const parent = this.#open.at(-1) ?? -1;
    this.#kinds.set(at, KINDS.indexOf(kind));
    this.#depths.set(at, this.#open.length);
    this.#parents.set(at, parent);
    this.#ends.set(at, at + 1);
    if (parent >= 0) {
      const index = this.#counts.get(parent);
      this.#indices.set(at, index);
      this.#counts.set(parent, index + 1);
    }
    return at;
  }

  /** What is added from now on stands under the node. */
  open(at: number): void {
    this.#open.push(at);
  }

  close(): void {
    const at = this.#open.pop();
    if (at !== undefined) this.#ends.set(at, this.size);
  }

  closeAll(): void {
    while (this.#open.length > 0) this.close();
  }

  opened(): number {
    return this.#open.length;
  }

  kind = (at: number): NodeKind => KINDS[this.#kinds.get(at)] ?? "object";
  depth = (at: number): number => this.#depths.get(at);
  parent = (at: number): number => this.#parents.get(at);
  end = (at: number): number => this.#ends.get(at);
  count = (at: number): number => this.#counts.get(at);
  index = (at: number): number => this.#indices.get(at);
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
