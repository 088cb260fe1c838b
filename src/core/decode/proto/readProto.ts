import { fail, ok, type Result } from "../../units/result.ts";
import { SCALARS, type EnumType, type Field, type MessageType, type Schema } from "./schema.ts";
import { tokenize, type Token } from "./tokens.ts";

/** @property line counted from one */
export interface ProtoFault {
  readonly problem:
    | "expected"
    | "unclosed"
    | "nested"
    | "too-large"
    | "nothing"
    | "duplicate"
    | "number"
    | "unknown-type";
  readonly line: number;
  /** What stands there. */
  readonly found: string;
  /** What should; of a number or a type, its field. */
  readonly wanted: string;
}

/** Deeper than anybody nests messages: a bound for the recursion below. */
const DEEPEST = 64;
const LONGEST = 2_000_000;
const MOST_NUMBER = 536_870_911;

class Fault extends Error {
  readonly fault: ProtoFault;
  constructor(fault: ProtoFault) {
    super(fault.problem);
    this.fault = fault;
  }
}

/**
 * Reads the text of a .proto file, proto2, proto3 or editions: messages, enums, maps, oneofs, groups and extensions.
 * Options, services and reserved numbers are passed over: they change nothing on the wire.
 * @see https://protobuf.dev/reference/protobuf/proto3-spec/
 */
export function readProto(text: string): Result<Schema, ProtoFault> {
  if (text.length > LONGEST) return fail({ problem: "too-large", line: 1, found: "", wanted: "" });
  const reader = new ProtoReader(tokenize(text));
  try {
    const schema = reader.file();
    if (schema.messages.size === 0) return fail({ problem: "nothing", line: 1, found: "", wanted: "message" });
    return ok(schema);
  } catch (error) {
    if (error instanceof Fault) return fail(error.fault);
    throw error;
  }
}

class ProtoReader {
  readonly #tokens: readonly Token[];
  #at = 0;
  readonly #messages = new Map<string, MessageType & { readonly fields: Map<number, Field> }>();
  readonly #enums = new Map<string, EnumType>();
  readonly #imports: string[] = [];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  file(): Schema {
    let scope = "";
    while (this.#at < this.#tokens.length) {
      const { text } = this.#next();
      if (text === "package") {
        scope = this.#name();
        this.#take(";");
      } else if (text === "import") this.#import();
      else if (text === "message") this.#message(scope, 0);
      else if (text === "enum") this.#enum(scope);
      else if (text === "extend") this.#extend(scope, 0);
      else if (text === "service") this.#skipBlock();
      else if (text === "syntax" || text === "edition" || text === "option") this.#skipTo(";");
      else if (text !== ";") this.#fault("expected", "message");
    }
    return { messages: this.#messages, enums: this.#enums, imports: this.#imports };
  }

  #fault(problem: ProtoFault["problem"], wanted: string, token?: Token): never {
    const at = token ?? this.#tokens[this.#at - 1];
    throw new Fault({ problem, line: at?.line ?? 1, found: at?.text.slice(0, 60) ?? "", wanted });
  }

  #peek(): string {
    return this.#tokens[this.#at]?.text ?? "";
  }
  #next(): Token {
    const token = this.#tokens[this.#at];
    if (token === undefined) this.#fault("unclosed", "}", this.#tokens.at(-1));
    this.#at++;
    return token;
  }
  #take(text: string): void {
    if (this.#next().text !== text) this.#fault("expected", text);
  }
  #name(): string {
    const { text } = this.#next();
    if (!/^\.?[A-Za-z_][\w.]*$/.test(text)) this.#fault("expected", "name");
    return text;
  }
  #number(): number {
    const sign = this.#peek() === "-" ? -1 : 1;
    if (sign < 0) this.#at++;
    const { text } = this.#next();
    const value = /^0[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number(text);
    if (!/^\d/.test(text) || !Number.isSafeInteger(value)) this.#fault("expected", "number");
    return sign * value;
  }

  /** Passes over everything up to a semicolon or a block's end; blocks inside whole. */
  #skipTo(end: string): void {
    for (let depth = 0; ;) {
      const { text } = this.#next();
      if (depth === 0 && text === end) return;
      if (/^[{[(<]$/.test(text)) depth++;
      else if (/^[}\])>]$/.test(text)) depth--;
      if (depth < 0) this.#fault("expected", end);
    }
  }
  #skipBlock(): void {
    while (this.#peek() !== "{") this.#next();
    this.#at++;
    this.#skipTo("}");
  }
  #import(): void {
    const words = ["public", "weak", "option"];
    while (words.includes(this.#peek())) this.#at++;
    this.#imports.push(this.#next().text.slice(1, -1));
    this.#take(";");
  }

  #message(scope: string, depth: number): void {
    const name = this.#name();
    this.#body(scope === "" ? name : `${scope}.${name}`, depth);
  }

  #body(name: string, depth: number): void {
    if (depth > DEEPEST) this.#fault("nested", name);
    this.#take("{");
    const fields = this.#messages.get(name)?.fields ?? new Map<number, Field>();
    this.#messages.set(name, { name, fields });
    while (this.#peek() !== "}") this.#member(name, fields, depth);
    this.#at++;
  }

  #member(scope: string, fields: Map<number, Field>, depth: number): void {
    const word = this.#peek();
    const second = this.#tokens[this.#at + 1]?.text ?? "";
    // A field's type may be called "message" or "option"; then no name follows it in that way.
    if (word === ";") this.#at++;
    else if (word === "message" && this.#tokens[this.#at + 2]?.text === "{") {
      this.#at++;
      this.#message(scope, depth + 1);
    } else if (word === "enum" && this.#tokens[this.#at + 2]?.text === "{") {
      this.#at++;
      this.#enum(scope);
    } else if (word === "oneof" && this.#tokens[this.#at + 2]?.text === "{") {
      if (depth > DEEPEST) this.#fault("nested", scope);
      this.#at += 3;
      while (this.#peek() !== "}") this.#member(scope, fields, depth + 1);
      this.#at++;
    } else if (word === "extend") {
      this.#at++;
      this.#extend(scope, depth);
    } else if (word === "option" || word === "reserved" || word === "extensions") this.#skipTo(";");
    else if (word === "map" && second === "<") this.#map(scope, fields);
    else this.#field(scope, fields, depth);
  }

  #extend(scope: string, depth: number): void {
    const type = this.#name();
    const target = [type.replace(/^\./, ""), scope === "" ? type : `${scope}.${type}`].find((name) =>
      this.#messages.has(name),
    );
    const fields = (target === undefined ? null : this.#messages.get(target)?.fields) ?? new Map<number, Field>();
    this.#take("{");
    while (this.#peek() !== "}") this.#member(scope, fields, depth + 1);
    this.#at++;
  }

  #field(scope: string, fields: Map<number, Field>, depth: number): void {
    let isRepeated = false;
    if (/^(?:optional|required|repeated)$/.test(this.#peek())) isRepeated = this.#next().text === "repeated";
    const isGroup = this.#peek() === "group";
    const type = this.#name();
    const name = this.#name();
    this.#take("=");
    const number = this.#number();
    if (this.#peek() === "[") this.#skipOptions();
    const inner = isGroup ? `${scope}.${name}` : type;
    this.#put(fields, { name, number, type: isGroup ? name : type, isRepeated, map: null, scope });
    if (isGroup) this.#body(inner, depth + 1);
    else this.#take(";");
  }

  #map(scope: string, fields: Map<number, Field>): void {
    this.#at += 2;
    const key = this.#name();
    this.#take(",");
    const value = this.#name();
    this.#take(">");
    const name = this.#name();
    this.#take("=");
    const number = this.#number();
    if (this.#peek() === "[") this.#skipOptions();
    this.#take(";");
    if (!SCALARS.includes(key) || key === "float" || key === "double" || key === "bytes")
      this.#fault("unknown-type", name);
    this.#put(fields, { name, number, type: "map", isRepeated: true, map: { key, value }, scope });
  }

  #skipOptions(): void {
    this.#at++;
    this.#skipTo("]");
  }

  #put(fields: Map<number, Field>, field: Field): void {
    if (field.number < 1 || field.number > MOST_NUMBER) this.#fault("number", field.name);
    if (fields.has(field.number)) this.#fault("duplicate", field.name);
    fields.set(field.number, field);
  }

  #enum(scope: string): void {
    const name = this.#name();
    const full = scope === "" ? name : `${scope}.${name}`;
    const values = new Map<number, string>();
    this.#take("{");
    while (this.#peek() !== "}") {
      if (this.#peek() === ";") this.#at++;
      else if ((this.#peek() === "option" || this.#peek() === "reserved") && this.#tokens[this.#at + 1]?.text !== "=")
        this.#skipTo(";");
      else {
        const value = this.#name();
        this.#take("=");
        const number = this.#number();
        if (this.#peek() === "[") this.#skipOptions();
        this.#take(";");
        if (!values.has(number)) values.set(number, value);
      }
    }
    this.#at++;
    this.#enums.set(full, { name: full, values });
  }
}
