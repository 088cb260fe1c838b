import { readHex } from "../units/byteText.ts";
import { childrenOf, type Tree } from "../units/tree.ts";
import { epochMs } from "../units/units.ts";
import { strictUtf8, utf8 } from "../units/utf8.ts";
import type { Decoded, Decoder, Payload } from "./decoder.ts";
import { noChoices } from "./decoder.ts";

/** 2026-11-20T00:00:00Z */
export const NOON = epochMs(1_795_132_800_000);

/** A payload as a WebSocket brings it. */
export function textPayload(text: string, more: Partial<Payload> = {}): Payload {
  return { ...binaryPayload(utf8(text)), text, isBinary: false, ...more };
}

export function binaryPayload(octets: Uint8Array, more: Partial<Payload> = {}): Payload {
  return {
    text: strictUtf8(octets),
    octets,
    isBinary: true,
    subprotocol: "",
    direction: "received",
    time: NOON,
    packet: null,
    attachments: [],
    ...more,
  };
}

export function hex(text: string): Uint8Array<ArrayBuffer> {
  const octets = readHex(text);
  if (!octets.ok) throw new Error(text);
  return octets.value;
}

export function decoded(decoder: Decoder, payload: Payload): Decoded {
  const result = decoder.decode(payload, noChoices);
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

/** A tree as values: strings as they are spelled, terms behind an equals sign, octets in hex. */
export function show(tree: Tree, at = 0): unknown {
  const note = tree.note(at);
  const term =
    note?.kind === "term" ? ` = ${note.text}` : note === null || note.kind === "guess" ? "" : ` (${note.kind})`;
  const kind = tree.kind(at);
  const children = childrenOf(tree, at);
  if (kind === "array") return children.map((child) => show(tree, child));
  if (kind === "object") return Object.fromEntries(children.map((child) => [tree.key(child), show(tree, child)]));
  const octets = tree.octets(at);
  const text =
    octets === null ? tree.text(at) : `h'${[...octets].map((octet) => octet.toString(16).padStart(2, "0")).join("")}'`;
  return text + term;
}
