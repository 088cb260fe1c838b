import type { Direction } from "../log/entry.ts";
import type { JsonProblem } from "../units/json.ts";
import type { Result } from "../units/result.ts";
import type { Tree } from "../units/tree.ts";
import type { EpochMs } from "../units/units.ts";
import type { Schema } from "./proto/schema.ts";

/** What a decoder is given: one entry of the log, and what is known of its connection. */
export interface Payload {
  /** null: octets that are not UTF-8 */
  readonly text: string | null;
  /** Without the attachments. */
  readonly octets: Uint8Array;
  /** Whether it came in a binary frame. */
  readonly isBinary: boolean;
  /** What the server chose; empty: none. */
  readonly subprotocol: string;
  readonly direction: Direction;
  readonly time: EpochMs;
  /** What the Socket.IO client already took off: the head of the packet; null: a frame of a WebSocket. */
  readonly packet: { readonly type: "event" | "ack" | "other"; readonly ackId: number | null } | null;
  readonly attachments: readonly Uint8Array[];
}

/** What the user chose besides the decoder. */
export interface Choices {
  /** The .proto file and the message in it; null: none. */
  readonly proto: { readonly schema: Schema; readonly message: string } | null;
}

export const noChoices: Choices = { proto: null };

/** How well a payload fits: 0 not at all, 1 it is possible, 2 likely, 3 for sure. */
export type Fit = 0 | 1 | 2 | 3;

export interface Decoded {
  /** One line of protocol terms, such as `PUBLISH a/b`. */
  readonly summary: string;
  readonly tree: Tree;
}

export type DecodeFault =
  /** It does not begin as such a payload does. */
  | { readonly kind: "other" }
  /** It ends in the middle of what it began. */
  | { readonly kind: "short"; readonly offset: number }
  /** Its octets or characters break a rule. @property what the protocol's term for the part */
  | { readonly kind: "malformed"; readonly offset: number; readonly what: string }
  | { readonly kind: "json"; readonly offset: number; readonly problem: JsonProblem };

export type DecodeResult = Result<Decoded, DecodeFault>;

/** One way to read a payload. To add one: copy sockjs.ts, and add a line to index.ts. */
export interface Decoder {
  readonly id: string;
  /** Its proper name, the same in every language. */
  readonly name: string;
  /** Looks at the beginning alone where a payload is long; never throws. */
  sniff(payload: Payload): Fit;
  decode(payload: Payload, choices: Choices): DecodeResult;
}

/** Nodes that a decoder makes of one payload; the rest is cut, and said to be. */
export const MOST_NODES = 20_000;

/** As much of a text as is looked at to recognise it. */
export const headOf = ({ text }: Payload): string => text?.slice(0, 2000) ?? "";
