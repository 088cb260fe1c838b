import { arrayElements } from "../units/arrayElements.ts";
import { readJson, type JsonFault } from "../units/json.ts";
import { fail, ok, type Result } from "../units/result.ts";
import { bytes, type Bytes, type Ms } from "../units/units.ts";
import { utf8Length } from "../units/utf8.ts";
import { readBase64, readHex, type ByteTextFault } from "../units/byteText.ts";
import { templateOffset, type Fill, type Unresolved } from "./template.ts";

export const FORMATS = ["text", "json", "hex", "base64", "file"] as const;
export type Format = (typeof FORMATS)[number];

/** One payload as it is being written. `text` survives a visit to "file" and back. */
export interface Body {
  readonly format: Format;
  readonly text: string;
  readonly file: FileBody | null;
}

export interface FileBody {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * A message being composed. A protocol of frames sends the first part; a protocol of events sends
 * `event` with all parts as arguments.
 */
export interface Draft {
  readonly event: string;
  /** How long to wait for an acknowledgement; null: none is asked for. */
  readonly ack: Ms | null;
  readonly parts: readonly Body[];
  /** Where an event goes, among the joined namespaces; absent or empty: the connection's own. */
  readonly namespace?: string;
  /** Whether it may be lost where it cannot be sent at once. @see https://socket.io/docs/v4/emitting-events/#volatile-events */
  readonly volatile?: boolean;
}

/** What goes on the wire: text as a text frame or argument, JSON too for a protocol of frames. */
export type Payload =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "json"; readonly text: string }
  | { readonly type: "binary"; readonly bytes: Uint8Array<ArrayBuffer> };

export type BodyFault =
  | Unresolved
  | { readonly kind: "json"; readonly offset: number; readonly problem: JsonFault["problem"] }
  | ByteTextFault
  | { readonly kind: "no-file" };

export const payloadSize = (payload: Payload): Bytes =>
  bytes(payload.type === "binary" ? payload.bytes.length : utf8Length(payload.text));

/**
 * The payload that a body makes with these variables; nothing is sent that does not parse.
 * Offsets of a fault count in the body as typed.
 */
export function encodeBody(body: Body, fill: Fill): Result<Payload, BodyFault> {
  if (body.format === "file") {
    return body.file ? ok({ type: "binary", bytes: body.file.bytes }) : fail({ kind: "no-file" });
  }
  const filled = fill(body.text);
  if (!filled.ok) return filled;
  const { text } = filled.value;
  switch (body.format) {
    case "text":
      return ok({ type: "text", text });
    case "json": {
      const read = readJson(text);
      if (read.ok) return ok({ type: "json", text });
      return fail({
        kind: "json",
        problem: read.fault.problem,
        offset: templateOffset(filled.value, read.fault.offset),
      });
    }
    case "hex":
    case "base64": {
      const read = body.format === "hex" ? readHex(text) : readBase64(text);
      if (read.ok) return ok({ type: "binary", bytes: read.value });
      const fault = read.fault;
      return fail("offset" in fault ? { ...fault, offset: templateOffset(filled.value, fault.offset) } : fault);
    }
  }
}

/**
 * Arguments that are written as one JSON array, in which variables may stand; empty: none.
 * @returns each as it is spelled, or why it is no array
 */
export function encodeArguments(text: string, fill: Fill): Result<readonly Payload[], SendFault> {
  const encoded = encodeBody({ format: "json", text: text.trim() === "" ? "[]" : text, file: null }, fill);
  if (!encoded.ok) return fail({ kind: "draft", fault: { kind: "part", index: 0, fault: encoded.fault } });
  const payload = encoded.value;
  if (payload.type !== "json" || !payload.text.trimStart().startsWith("[")) return fail({ kind: "not-a-list" });
  return ok(arrayElements(payload.text).map((element) => ({ type: "json", text: element })));
}

/** Names that Socket.IO keeps to itself; emitting one throws. @see https://socket.io/docs/v4/emit-cheatsheet/#reserved-events */
const RESERVED = new Set(["connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"]);

export type DraftFault =
  | { readonly kind: "no-event" }
  | { readonly kind: "reserved-event"; readonly event: string }
  | { readonly kind: "event-unresolved"; readonly name: string }
  | { readonly kind: "part"; readonly index: number; readonly fault: BodyFault };

/** Why nothing was sent. */
export type SendFault =
  | { readonly kind: "draft"; readonly fault: DraftFault }
  | { readonly kind: "not-open" }
  | { readonly kind: "not-joined"; readonly namespace: string }
  /** It could not be sent at once, and may be lost. */
  | { readonly kind: "volatile" }
  /** Arguments that are no JSON array. */
  | { readonly kind: "not-a-list" }
  /** The acknowledgement was given already, or nobody waits for it any more. */
  | { readonly kind: "answered" }
  | { readonly kind: "buffer-full"; readonly buffered: Bytes }
  | { readonly kind: "exception"; readonly message: string };

/** A message ready for the wire. */
export type Outgoing =
  | { readonly type: "frame"; readonly payload: Payload }
  | {
      readonly type: "event";
      readonly event: string;
      readonly args: readonly Payload[];
      readonly ack: Ms | null;
      /** Empty: the connection's own. */
      readonly namespace: string;
      readonly volatile: boolean;
    };

export function encodeDraft(draft: Draft, shape: Outgoing["type"], fill: Fill): Result<Outgoing, DraftFault> {
  const args: Payload[] = [];
  for (const [index, part] of draft.parts.slice(0, shape === "frame" ? 1 : undefined).entries()) {
    const encoded = encodeBody(part, fill);
    if (!encoded.ok) return fail({ kind: "part", index, fault: encoded.fault });
    args.push(encoded.value);
  }
  const [payload] = args;
  if (shape === "frame") return ok({ type: "frame", payload: payload ?? { type: "text", text: "" } });
  const event = fill(draft.event);
  if (!event.ok) return fail({ kind: "event-unresolved", name: event.fault.name });
  if (event.value.text === "") return fail({ kind: "no-event" });
  if (RESERVED.has(event.value.text)) return fail({ kind: "reserved-event", event: event.value.text });
  const { ack, namespace = "", volatile = false } = draft;
  return ok({ type: "event", event: event.value.text, args, ack, namespace, volatile });
}
