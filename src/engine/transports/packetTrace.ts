import { arrayElements, PACKET_TYPES, readPacket, type Packet } from "../../core/decode/socketioPacket.ts";
import type { Kind } from "../../core/log/entry.ts";
import type { Seq } from "../../core/units/units.ts";
import { noEntry } from "../journal/journal.ts";
import type { Sink } from "./transport.ts";

type WireDirection = "sent" | "received";
const OTHER: Readonly<Record<WireDirection, WireDirection>> = { sent: "received", received: "sent" };

/** Requests of the server that are remembered until they are answered. */
const MOST_OPEN = 10_000;

interface Unfinished {
  readonly packet: Packet;
  readonly attachments: Uint8Array[];
  readonly kind: Kind;
}

/**
 * Writes Socket.IO's packets to the log as they were on the wire, below the client's parser: numbers
 * of any size, all arguments and the exact octets are kept, and nothing depends on listeners.
 */
export class PacketTrace {
  readonly #sink: Sink;
  /** The connection's own namespace, which goes without saying. */
  readonly #own: string;
  /** Namespaces whose events end with an offset. */
  readonly #recovering = new Set<string>();
  readonly #unfinished: Record<WireDirection, Unfinished | null> = { sent: null, received: null };
  /** Events that asked for an acknowledgement, by direction, namespace and id. */
  readonly #asked = new Map<string, Seq>();
  /** Those of the server that have none yet. */
  readonly #open = new Map<Seq, { readonly namespace: string; readonly id: number }>();
  /** The last packet that was traced: what it became in the log, null while capture is paused. */
  last: { readonly seq: Seq | null } | null = null;

  /** Whether another parser than the default hands over its packets itself. */
  isAside = false;

  /** What the events sent from now on are: messages, or the user's heartbeat. */
  kind: Kind = "message";

  constructor(sink: Sink, own: string) {
    this.#sink = sink;
    this.#own = own;
  }

  /** What the server waits for; null: nothing, or no more. */
  unanswered = (of: Seq): { readonly namespace: string; readonly id: number } | null => this.#open.get(of) ?? null;

  /** A packet that no text was made of on the way. */
  packet(direction: WireDirection, packet: Packet, attachments: readonly Uint8Array[]): void {
    const kind = direction === "sent" ? this.kind : "message";
    this.#finish(direction, { packet, attachments: [...attachments], kind }, wireOf(packet));
  }

  text(direction: WireDirection, data: string): void {
    const kind = direction === "sent" ? this.kind : "message";
    const packet = readPacket(data);
    if (packet === null) this.#write({ ...noEntry, direction, kind, payload: "text", data });
    else if (packet.attachments > 0) this.#unfinished[direction] = { packet, attachments: [], kind };
    else this.#finish(direction, { packet, attachments: [], kind }, data);
  }

  binary(direction: WireDirection, data: Uint8Array<ArrayBuffer>): void {
    const unfinished = this.#unfinished[direction];
    if (unfinished === null) {
      this.#write({ ...noEntry, direction, kind: "message", payload: "binary", data });
      return;
    }
    unfinished.attachments.push(data);
    if (unfinished.attachments.length < unfinished.packet.attachments) return;
    this.#unfinished[direction] = null;
    this.#finish(direction, unfinished, "");
  }

  /** Engine.IO's own ping and pong, each one character. */
  ping(direction: WireDirection, data: string): void {
    this.#write({ ...noEntry, direction, kind: "ping", payload: "text", data });
  }

  #finish(direction: WireDirection, { packet, attachments, kind }: Unfinished, wire: string): void {
    const key = `${packet.namespace},${String(packet.id)}`;
    switch (packet.type) {
      case "EVENT":
      case "BINARY_EVENT": {
        const name = eventName(packet.json);
        const event = this.#sink.intern({
          event: name,
          namespace: packet.namespace === this.#own ? "" : packet.namespace,
          hasOffset: direction === "received" && this.#recovering.has(packet.namespace) && endsWithText(packet.json),
        });
        const written = this.#write({
          direction,
          kind,
          payload: "event",
          data: packet.json,
          event,
          ackId: packet.id,
          attachments,
        });
        if (packet.id === null || written === null) return;
        this.#asked.set(`${direction} ${key}`, written);
        if (direction === "sent") return;
        this.#open.set(written, { namespace: packet.namespace, id: packet.id });
        this.#forgetOldest();
        this.#sink.asked(written, name);
        return;
      }
      case "ACK":
      case "BINARY_ACK": {
        const written = this.#write({
          direction,
          kind: "ack",
          payload: "event",
          data: packet.json,
          event: 0,
          ackId: packet.id,
          attachments,
        });
        const asked = `${OTHER[direction]} ${key}`;
        const of = this.#asked.get(asked);
        if (of !== undefined && written !== null) this.#sink.link(of, written);
        if (of !== undefined) this.#open.delete(of);
        this.#asked.delete(asked);
        return;
      }
      case "CONNECT":
        if (direction === "received" && packet.json.includes('"pid":"')) this.#recovering.add(packet.namespace);
        this.#write({ ...noEntry, direction, kind: "control", payload: "text", data: wire });
        return;
      case "DISCONNECT":
      case "CONNECT_ERROR":
        this.#write({ ...noEntry, direction, kind: "control", payload: "text", data: wire });
    }
  }

  #forgetOldest(): void {
    if (this.#open.size <= MOST_OPEN) return;
    const [oldest] = this.#open.keys();
    if (oldest !== undefined) this.#open.delete(oldest);
  }

  #write(entry: Parameters<Sink["write"]>[0]): Seq | null {
    const seq = this.#sink.write(entry);
    this.last = { seq };
    return seq;
  }
}

const wireOf = ({ type, namespace, json }: Packet): string =>
  `${String(PACKET_TYPES.indexOf(type))}${namespace === "/" ? "" : `${namespace},`}${json}`;

/** An offset is a short text, the last of the arguments. */
const endsWithText = (json: string): boolean => /,\s*"[^"\\]{1,100}"\s*\]\s*$/.test(json.slice(-200));

function eventName(json: string): string {
  const [first = ""] = arrayElements(json.slice(0, 400));
  try {
    return String(JSON.parse(first));
  } catch {
    return first;
  }
}
