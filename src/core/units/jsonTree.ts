import { JsonScanner, type JsonFault, type JsonToken } from "./json.ts";
import { Column } from "./column.ts";
import { Shape, unquote, type NodeKind, type NodeNote, type Tree } from "./tree.ts";

/** Characters for each node of usual JSON. */
const TO_A_NODE = 12;

/**
 * Reads a JSON text into a tree, a slice at a time where it is long. Texts of nodes are cut out of it when
 * they are asked for: a number keeps its digits, an object its duplicate keys, and nesting has no limit.
 */
export class JsonTreeReader implements Tree {
  isCut = false;
  /** Where and why the text is no JSON; the tree then holds what came before. */
  fault: JsonFault | null = null;

  readonly #source: string;
  readonly #most: number;
  readonly #scanner: JsonScanner;
  readonly #shape: Shape;
  readonly #from: Column;
  readonly #to: Column;
  readonly #keyFrom: Column;
  readonly #keyTo: Column;
  /** The last string read where a key stands, until its value comes. */
  #key: JsonToken | null = null;
  readonly #notes = new Map<number, NodeNote>();

  /** @param most nodes; what is beyond is cut */
  constructor(source: string, most: number = Number.POSITIVE_INFINITY) {
    this.#source = source;
    this.#most = most;
    const room = Math.min(most, Math.ceil(source.length / TO_A_NODE));
    this.#shape = new Shape(room);
    this.#from = new Column(room);
    this.#to = new Column(room);
    this.#keyFrom = new Column(room);
    this.#keyTo = new Column(room);
    this.#scanner = new JsonScanner(source, (token, isKey) => {
      this.#visit(token, isKey);
    });
  }

  /** Reads on. @param tokens at most so many @returns whether the end was reached */
  read(tokens: number = Number.POSITIVE_INFINITY): boolean {
    let left = tokens;
    while (left > 0) {
      const slice = Math.min(left, SLICE);
      const isDone = this.#scanner.run(slice);
      left -= slice;
      if (isDone || this.isCut) {
        this.fault = this.#scanner.fault;
        this.isCut ||= this.fault !== null;
        this.#shape.closeAll();
        return true;
      }
    }
    return false;
  }

  /** How far it has read, in UTF-16 units. */
  place = (): number => this.#scanner.at;

  annotate(at: number, note: NodeNote): void {
    this.#notes.set(at, note);
  }

  #visit(token: JsonToken, isKey: boolean): void {
    if (this.isCut) return;
    switch (token.kind) {
      case "{":
      case "[": {
        const at = this.#add(token.kind === "{" ? "object" : "array", token);
        if (at >= 0) this.#shape.open(at);
        return;
      }
      case "}":
      case "]":
        this.#shape.close();
        return;
      case "string":
        if (isKey) this.#key = token;
        else this.#add("string", token);
        return;
      case "number":
      case "literal":
        this.#add(token.kind, token);
        break;
      case ":":
      case ",":
        break;
    }
  }

  #add(kind: NodeKind, { from, to }: JsonToken): number {
    if (this.#shape.size >= this.#most) {
      this.isCut = true;
      return -1;
    }
    const at = this.#shape.add(kind);
    this.#from.set(at, from);
    this.#to.set(at, to);
    if (this.#key) {
      this.#keyFrom.set(at, this.#key.from);
      this.#keyTo.set(at, this.#key.to);
      this.#key = null;
    }
    return at;
  }

  size = (): number => this.#shape.size;
  kind = (at: number): NodeKind => this.#shape.kind(at);
  depth = (at: number): number => this.#shape.depth(at);
  parent = (at: number): number => this.#shape.parent(at);
  end = (at: number): number => this.#shape.end(at);
  count = (at: number): number => this.#shape.count(at);
  index = (at: number): number => this.#shape.index(at);
  key = (at: number): string | null => {
    const to = this.#keyTo.get(at);
    return to === 0 ? null : unquote(this.#source.slice(this.#keyFrom.get(at), to));
  };
  text = (at: number): string => {
    const kind = this.kind(at);
    return kind === "object" || kind === "array" ? "" : this.#source.slice(this.#from.get(at), this.#to.get(at));
  };
  octets = (): null => null;
  note = (at: number): NodeNote | null => this.#notes.get(at) ?? null;
}

/** Tokens between two looks at the bound of nodes. */
const SLICE = 4096;

/** The tree of a whole text at once, up to `most` nodes; null where it is no JSON. */
export function jsonTree(text: string, most: number = Number.POSITIVE_INFINITY): JsonTreeReader | null {
  const reader = new JsonTreeReader(text, most);
  reader.read();
  return reader.fault === null ? reader : null;
}
