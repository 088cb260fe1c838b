import * as v from "valibot";
import type { Evidence } from "../session/evidence.ts";
import type { ProbeResult } from "../session/probe.ts";
import { endingSchema } from "../session/readEnding.ts";
import { bytes, ms, seq } from "../units/units.ts";
import type { SendFault } from "../profile/message.ts";
import type { Note } from "./note.ts";

/** What reads the parts of a note that the explainer owns. */
export interface NoteReaders {
  readonly evidence: (value: unknown) => Evidence | null;
  readonly probe: (value: unknown) => ProbeResult | null;
}

const text = v.fallback(v.string(), "");
const flag = v.fallback(v.boolean(), false);
const finite = v.pipe(v.number(), v.finite());
const count = v.fallback(finite, 0);
const span = v.fallback(v.pipe(finite, v.transform(ms)), ms(0));
const number = v.fallback(v.pipe(finite, v.transform(seq)), seq(0));
const size = v.fallback(v.pipe(finite, v.transform(bytes)), bytes(0));

const negotiated = v.object({
  subprotocol: text,
  extensions: text,
  url: text,
  socketio: v.fallback(v.nullable(v.object({ sid: text, transport: text, recovered: flag })), null),
});

/** What was wrong with a message of long ago is said in one word; its place in an editor that is gone says nothing. */
const sendFault = v.pipe(
  v.unknown(),
  v.transform((fault): SendFault => {
    const { kind } = Object(fault) as { kind?: unknown };
    if (kind === "not-open") return { kind };
    return { kind: "exception", message: (JSON.stringify(fault) ?? "").slice(0, 500) };
  }),
);

const plain = v.variant("note", [
  v.object({ note: v.literal("opened"), after: span, negotiated }),
  v.object({ note: v.literal("errored") }),
  v.object({ note: v.literal("closing") }),
  v.object({ note: v.literal("waiting"), retry: count, wait: span }),
  v.object({ note: v.literal("gave-up"), retries: count }),
  v.object({ note: v.literal("stopped") }),
  v.object({ note: v.literal("network"), online: flag }),
  v.object({
    note: v.literal("connecting"),
    url: text,
    retry: count,
    subprotocols: v.fallback(v.array(v.string()), []),
    namespace: v.fallback(v.nullable(v.string()), null),
  }),
  v.object({ note: v.literal("transport-open"), transport: text, pingInterval: span }),
  v.object({ note: v.literal("transport-next"), transport: text, message: text }),
  v.object({
    note: v.literal("namespace"),
    state: v.object({
      name: text,
      is: v.fallback(v.picklist(["joining", "joined", "refused", "left"]), "left"),
      sid: text,
      message: text,
    }),
    wait: v.fallback(v.nullable(span), null),
  }),
  v.object({ note: v.literal("transport-upgraded"), from: text, to: text }),
  v.object({ note: v.literal("transport-upgrade-failed"), to: text, message: text }),
  v.object({ note: v.literal("ack-timeout"), event: text, of: number, wait: span }),
  v.object({ note: v.literal("heartbeat-missed"), of: number, wait: span }),
  v.object({
    note: v.literal("not-sent"),
    what: v.fallback(v.picklist(["on-open", "heartbeat", "answer"]), "on-open"),
    fault: sendFault,
  }),
  v.object({ note: v.literal("paused") }),
  v.object({ note: v.literal("resumed"), missed: count, size }),
  v.object({ note: v.literal("dropped"), from: number, to: number }),
]);

const withParts = v.variant("note", [
  v.object({ note: v.literal("ended"), ending: endingSchema, evidence: v.unknown() }),
  v.object({ note: v.literal("evidence"), of: number, evidence: v.unknown() }),
  v.object({ note: v.literal("probed"), of: number, result: v.unknown() }),
]);

/** A note from a file. @returns null: it is none that this version knows, or its main part is broken */
export function readNote(value: unknown, read: NoteReaders): Note | null {
  const known = v.safeParse(plain, value);
  if (known.success) return known.output;
  const parsed = v.safeParse(withParts, value);
  if (!parsed.success) return null;
  const note = parsed.output;
  switch (note.note) {
    case "ended":
      return { note: "ended", ending: note.ending, evidence: read.evidence(note.evidence) };
    case "evidence": {
      const evidence = read.evidence(note.evidence);
      return evidence && { note: "evidence", of: note.of, evidence };
    }
    case "probed": {
      const result = read.probe(note.result);
      return result && { note: "probed", of: note.of, result };
    }
  }
}
