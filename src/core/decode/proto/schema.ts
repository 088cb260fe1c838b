/** What a .proto file says, as far as it is needed to read a message. */
export interface Schema {
  /** By full name, without a leading dot. */
  readonly messages: ReadonlyMap<string, MessageType>;
  readonly enums: ReadonlyMap<string, EnumType>;
  /** Other files that it imports: what they define is not known here. */
  readonly imports: readonly string[];
}

export interface MessageType {
  readonly name: string;
  readonly fields: ReadonlyMap<number, Field>;
}

export interface EnumType {
  readonly name: string;
  /** The first name of each number. */
  readonly values: ReadonlyMap<number, string>;
}

export interface Field {
  readonly name: string;
  readonly number: number;
  /** A scalar type, or a name as it is written; relative to `scope`. */
  readonly type: string;
  readonly isRepeated: boolean;
  /** The types of a map's key and value; null: no map. */
  readonly map: { readonly key: string; readonly value: string } | null;
  /** The full name of the message that it stands in: where names are looked up from. */
  readonly scope: string;
}

export const SCALARS = [
  "double",
  "float",
  "int32",
  "int64",
  "uint32",
  "uint64",
  "sint32",
  "sint64",
  "fixed32",
  "fixed64",
  "sfixed32",
  "sfixed64",
  "bool",
  "string",
  "bytes",
];

/**
 * A name as it is meant where it stands: the innermost scope that has it, outwards; a leading dot means the top.
 * @see https://protobuf.com/docs/language-spec#relative-references
 */
export function resolve(schema: Schema, type: string, scope: string): MessageType | EnumType | null {
  const find = (name: string): MessageType | EnumType | null =>
    schema.messages.get(name) ?? schema.enums.get(name) ?? null;
  if (type.startsWith(".")) return find(type.slice(1));
  const parts = scope.split(".");
  for (let count = parts.length; count >= 0; count--) {
    const found = find([...parts.slice(0, count), type].join("."));
    if (found !== null) return found;
  }
  return null;
}
