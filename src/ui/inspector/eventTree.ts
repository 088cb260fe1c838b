import { memberOf, type NodeKind, type NodeNote, type Tree } from "../../core/units/tree.ts";

/** An event's arguments with its binary attachments where their placeholders stand. */
export class EventTree implements Tree {
  isCut: boolean;
  readonly #json: Tree;
  /** Attachment by node. */
  readonly #joined = new Map<number, number>();
  readonly #attachments: readonly Uint8Array[];

  constructor(json: Tree, attachments: readonly Uint8Array[]) {
    this.#json = json;
    this.isCut = json.isCut;
    this.#attachments = attachments;
    if (attachments.length > 0) this.#join();
  }

  #join(): void {
    const json = this.#json;
    for (let at = 0; at < json.size(); at++) {
      if (json.kind(at) !== "object" || json.count(at) !== 2) continue;
      const num = memberOf(json, at, "_placeholder") === null ? null : memberOf(json, at, "num");
      const index = num === null ? Number.NaN : Number(json.text(num));
      if (this.#attachments[index] !== undefined) this.#joined.set(at, index);
    }
  }

  size = (): number => this.#json.size();
  kind = (at: number): NodeKind => (this.#joined.has(at) ? "bytes" : this.#json.kind(at));
  depth = (at: number): number => this.#json.depth(at);
  parent = (at: number): number => this.#json.parent(at);
  end = (at: number): number => this.#json.end(at);
  count = (at: number): number => (this.#joined.has(at) ? 0 : this.#json.count(at));
  index = (at: number): number => this.#json.index(at);
  key = (at: number): string | null => this.#json.key(at);
  text = (at: number): string => (this.#joined.has(at) ? "" : this.#json.text(at));
  octets = (at: number): Uint8Array | null => this.#attachments[this.#joined.get(at) ?? -1] ?? null;
  note = (at: number): NodeNote | null => {
    const index = this.#joined.get(at);
    return index === undefined ? this.#json.note(at) : { kind: "attachment", index };
  };
}
