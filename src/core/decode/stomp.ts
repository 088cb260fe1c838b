import { fail, ok } from "../units/result.ts";
import type { Decoder } from "./decoder.ts";
import { line } from "./jsonPayload.ts";
import { TreeBuilder } from "./treeBuilder.ts";

/** @see https://stomp.github.io/stomp-specification-1.2.html */
const COMMANDS = [
  "CONNECT",
  "STOMP",
  "SEND",
  "SUBSCRIBE",
  "UNSUBSCRIBE",
  "ACK",
  "NACK",
  "BEGIN",
  "COMMIT",
  "ABORT",
  "DISCONNECT",
  "CONNECTED",
  "MESSAGE",
  "RECEIPT",
  "ERROR",
];
const BEGIN = new RegExp(`^(?:\\r?\\n)*(?:${COMMANDS.join("|")})\\r?\\n`);

const [NUL, LF, CR] = [0, 10, 13];

export const stomp = {
  id: "stomp",
  name: "STOMP",
  sniff: ({ octets, subprotocol }) => {
    const isStomp = /^v1[0-2]\.stomp$/.test(subprotocol);
    if (octets.length > 0 && octets.length < 3 && octets.every((octet) => octet === LF || octet === CR))
      return isStomp ? 3 : 1;
    return BEGIN.test(asLatin(octets.subarray(0, 64))) ? 3 : 0;
  },
  decode: ({ octets }) => {
    const tree = new TreeBuilder().open("array");
    const names: string[] = [];
    let at = 0;
    while (at < octets.length && !tree.isFull()) {
      if (octets[at] === LF || octets[at] === CR) {
        if (at === 0 && octets.length < 3) {
          tree.term(null, "heart-beat");
          names.push("heart-beat");
        }
        at++;
        continue;
      }
      const frame = readFrame(octets, at);
      if (frame === null) return fail({ kind: "short", offset: at });
      if (!COMMANDS.includes(frame.command)) return fail({ kind: "malformed", offset: at, what: "command" });
      names.push(writeFrame(tree, frame));
      at = frame.end;
    }
    if (names.length === 0) return fail({ kind: "other" });
    return ok({ summary: names.slice(0, 5).join("; "), tree: only(tree) });
  },
} as const satisfies Decoder;

interface Frame {
  readonly command: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  readonly end: number;
}

function readFrame(octets: Uint8Array, from: number): Frame | null {
  const lines: string[] = [];
  let at = from;
  for (;;) {
    const end = octets.indexOf(LF, at);
    // No line of a head is that long, and a frame of binary data has none at all.
    if (end < 0 || end - at > 64 * 1024 || lines.length > 1000) return null;
    const text = new TextDecoder().decode(octets.subarray(at, octets[end - 1] === CR ? end - 1 : end));
    at = end + 1;
    if (text === "") break;
    lines.push(text);
  }
  const [command = "", ...rest] = lines;
  // What is escaped in 1.2 is not in these two, for old brokers' sake.
  const isPlain = command === "CONNECT" || command === "CONNECTED";
  const headers = rest.map((text): readonly [string, string] => {
    const colon = text.indexOf(":");
    const [name, value] = colon < 0 ? [text, ""] : [text.slice(0, colon), text.slice(colon + 1)];
    return isPlain ? [name, value] : [unescape(name), unescape(value)];
  });
  const declared = Number(headers.find(([name]) => name === "content-length")?.[1] ?? Number.NaN);
  const nul = octets.indexOf(NUL, Number.isSafeInteger(declared) && declared >= 0 ? at + declared : at);
  if (nul < 0) return null;
  return { command, headers, body: octets.subarray(at, nul), end: nul + 1 };
}

const ESCAPES: Readonly<Record<string, string>> = { "\\n": "\n", "\\r": "\r", "\\c": ":", "\\\\": "\\" };
const unescape = (text: string): string => text.replace(/\\[nrc\\]/g, (found) => ESCAPES[found] ?? found);

function writeFrame(tree: TreeBuilder, { command, headers, body }: Frame): string {
  tree.open("object", null).term("command", command).open("object", "headers");
  for (const [name, value] of headers) tree.term(name, value);
  tree.close();
  if (body.length > 0) tree.content("body", body);
  tree.close();
  const header = (name: string): string => headers.find(([other]) => other === name)?.[1] ?? "";
  return line(command, header("destination"), header("message") || header("version")).slice(0, 120);
}

/** A list of one frame is that frame. */
function only(tree: TreeBuilder): TreeBuilder {
  tree.closeAll();
  return tree.count(0) === 1 ? new TreeBuilder().copy(tree, 1, null).closeAll() : tree;
}

const asLatin = (octets: Uint8Array): string => String.fromCharCode(...octets);
