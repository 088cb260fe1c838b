import { compareText, differsAt, MOST_TEXT, type TextDiff } from "../../core/compare/compareText.ts";
import { compareTrees, MOST_NODES, type TreeDiff } from "../../core/compare/compareTrees.ts";
import { noChoices } from "../../core/decode/decoder.ts";
import { decoderOf, rank, type DecoderId } from "../../core/decode/index.ts";
import type { EntryDetail } from "../../core/log/entry.ts";
import { formatJson } from "../../core/units/formatJson.ts";
import { readJson } from "../../core/units/json.ts";
import { JsonTreeReader } from "../../core/units/jsonTree.ts";
import type { Tree } from "../../core/units/tree.ts";
import { payloadOf } from "./usePayload.ts";
import { copyOf } from "./copyOf.ts";

/** Nodes of one of the two that are compared by structure. */
export const MOST_SIDE_NODES = MOST_NODES / 2;

export interface Side {
  readonly detail: EntryDetail;
  readonly tree: Tree | null;
  readonly text: string;
}

export interface Compared {
  readonly first: Side;
  readonly second: Side;
  /** Whether they are equal octet for octet. */
  readonly isSame: boolean;
  /** The proper name of the decoder of both; null: JSON, or plain text. */
  readonly decodedBy: string | null;
  /** null: there is no structure, or too much of it. */
  readonly structure: TreeDiff | null;
  readonly isTooLarge: boolean;
  readonly text: TextDiff;
}

/** Two entries side by side; binary ones by one decoder, the one that the first looks like. */
export function compareEntries(
  a: EntryDetail,
  b: EntryDetail,
  chosen: DecoderId | null,
  isSocketIo: boolean,
): Compared {
  const payloads = [a, b].map((detail) => payloadOf(detail, "", isSocketIo));
  const [one, other] = payloads;
  const isText = one?.text != null && other?.text != null && !one.isBinary && !other.isBinary;
  const best = one === undefined ? undefined : rank(one)[0];
  const decoder = isText
    ? null
    : chosen === null
      ? best !== undefined && best.fit > 0
        ? best.decoder
        : null
      : (decoderOf(chosen) ?? null);
  const sides = payloads.map((payload, at): Side => {
    const result = decoder?.decode(payload, noChoices);
    const tree = result?.ok === true ? result.value.tree : payload.text === null ? null : jsonOf(payload.text);
    const plain = payload.text ?? (tree === null ? hexOf(payload.octets) : copyOf(tree, 0));
    return { detail: at === 0 ? a : b, tree, text: tidy(plain) };
  });
  const [first, second] = sides;
  if (first === undefined || second === undefined) throw new Error("two entries give two sides");
  const isTooLarge = first.tree?.isCut === true || second.tree?.isCut === true;
  const hasBoth = first.tree !== null && second.tree !== null && !isTooLarge;
  return {
    first,
    second,
    isSame: isEqual(a.head, b.head),
    decodedBy: decoder !== null && first.tree !== null && second.tree !== null ? decoder.name : null,
    structure: hasBoth && first.tree !== null && second.tree !== null ? compareTrees(first.tree, second.tree) : null,
    isTooLarge,
    text: compareText(first.text, second.text),
  };
}

function jsonOf(text: string): Tree | null {
  if (!/^\s*[[{]/.test(text)) return null;
  const tree = new JsonTreeReader(text, MOST_SIDE_NODES);
  tree.read();
  return tree.fault === null ? tree : null;
}

/** JSON by lines: one long line tells nothing. */
function tidy(text: string): string {
  if (text.length > MOST_TEXT || !/^\s*[[{]/.test(text)) return text;
  const read = readJson(text);
  return read.ok ? formatJson(text, read.value) : text;
}

/** A line for each sixteen octets, for what nothing can be made of. */
function hexOf(octets: Uint8Array): string {
  let text = "";
  for (let at = 0; at < Math.min(octets.length, MOST_TEXT / 3); at++)
    text += `${(octets[at] ?? 0).toString(16).padStart(2, "0")}${at % 16 === 15 ? "\n" : " "}`;
  return text;
}

const isEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((octet, at) => octet === b[at]);

/** Where two texts too long to lay side by side begin to differ, with what stands there. */
export function firstDifference({
  first,
  second,
}: Compared): { readonly at: number; readonly before: string; readonly after: string } | null {
  const at = differsAt(first.text, second.text);
  if (at === null) return null;
  const around = (text: string): string => text.slice(Math.max(0, at - 40), at + 80);
  return { at, before: around(first.text), after: around(second.text) };
}
