import { readable, type Tree } from "../units/tree.ts";
import { strictUtf8, utf8 } from "../units/utf8.ts";
import { epochMs } from "../units/units.ts";
import { base64, isTellingBase64 } from "./base64.ts";
import { deflate } from "./deflate.ts";
import { noChoices, type Decoder, type Payload } from "./decoder.ts";
import { compressedAs } from "./inflate.ts";
import { json } from "./json.ts";
import { jwt } from "./jwt.ts";

/** What a value may hide. */
export type Hidden = "jwt" | "base64" | "deflate" | "json";
const DECODERS: Readonly<Record<Hidden, Decoder>> = { jwt, base64, deflate, json };

/** Longer values are decoded only where they are the payload itself. */
const LONGEST = 4 * 1024 * 1024;
/** Wrappers around one value that are opened at once: Base64 of gzip of JSON is three. */
const MOST_STEPS = 4;

/** What a value of a tree hides, if anything: told by its looks, before anybody asks to open it. */
export function hiddenIn(tree: Tree, at: number): Hidden | null {
  const octets = tree.octets(at);
  if (octets !== null) return hiddenInOctets(octets);
  const kind = tree.kind(at);
  if (kind !== "string" && kind !== "text") return null;
  if (tree.text(at).length > LONGEST) return null;
  // The root of a tree is the payload itself, and its decoder is chosen elsewhere.
  return at === 0 ? null : hiddenInText(readable(tree, at));
}

function hiddenInOctets(octets: Uint8Array): Hidden | null {
  if (octets.length > LONGEST) return null;
  if (compressedAs(octets) !== null) return "deflate";
  const text = octets[0] === 0x7b || octets[0] === 0x5b ? strictUtf8(octets) : null;
  return text === null ? null : hiddenInText(text);
}

function hiddenInText(text: string): Hidden | null {
  if (text.length > LONGEST || text.length < 2) return null;
  if (jwt.sniff(payloadOf(text, null)) > 0) return "jwt";
  if (/^\s*(?:\{\s*["}]|\[\s*[[{"\d\]tfn-])/.test(text) && /[\]}]\s*$/.test(text)) return "json";
  return isTellingBase64(text) ? "base64" : null;
}

function payloadOf(text: string | null, octets: Uint8Array | null): Payload {
  return {
    text,
    octets: octets ?? utf8(text ?? ""),
    isBinary: octets !== null,
    subprotocol: "",
    direction: "local",
    time: epochMs(0),
    packet: null,
    attachments: [],
  };
}

export interface Opened {
  /** The wrappers that were taken off, the outermost first. */
  readonly steps: readonly Hidden[];
  readonly tree: Tree;
}

/** Opens a value, and what it holds in turn; null where it is not what it looked like. */
export function openHidden(tree: Tree, at: number): Opened | null {
  const steps: Hidden[] = [];
  let [inner, place] = [tree, at];
  let opened: Tree | null = null;
  for (let hidden = hiddenIn(tree, at); hidden !== null && steps.length < MOST_STEPS;) {
    const octets = inner.octets(place);
    const text = octets === null ? readable(inner, place) : hidden === "json" ? strictUtf8(octets) : null;
    const result = DECODERS[hidden].decode(payloadOf(text, text === null ? octets : null), noChoices);
    if (!result.ok) break;
    steps.push(hidden);
    opened = result.value.tree;
    const root = opened.kind(0);
    // What inflating gives stands behind the name of its format.
    const content = hidden === "deflate" ? 2 : 0;
    if (hidden === "jwt" || hidden === "json" || (content === 0 && (root === "object" || root === "array"))) break;
    [inner, place] = [opened, content];
    const rest = inner.octets(place);
    hidden = rest === null ? hiddenInText(readable(inner, place)) : hiddenInOctets(rest);
  }
  return opened === null ? null : { steps, tree: opened };
}
