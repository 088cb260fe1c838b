import { PACKET_TYPES, readPacket, type Packet } from "../../core/decode/socketioPacket.ts";
import { arrayElements } from "../../core/units/arrayElements.ts";
import type { Kind } from "../../core/log/entry.ts";
import type { Seq } from "../../core/units/units.ts";
import { noEntry } from "../journal/journal.ts";
import type { ServerRequest, Sink } from "./transport.ts";

type WireDirection = "sent" | "received";
const OTHER: Readonly<Record<WireDirection, WireDirection>> = { sent: "received", received: "sent" };

/** Requests that are remembered until they are answered. */
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
  /** Events that asked for an acknowledgement and have none yet, by direction, namespace and id; null: not in the log. */
  readonly #asked = new Map<string, Seq | null>();
  /** Those of the server that are in the log. */
  readonly #requests = new Map<Seq, ServerRequest>();
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

  /** What the server waits for at an entry; null: nothing, or no more. */
  requestAt = (of: Seq): ServerRequest | null => this.#requests.get(of) ?? null;
  isWaiting = ({ namespace, id }: ServerRequest): boolean => this.#asked.has(keyOf("received", namespace, id));

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
        const { namespace, id } = packet;
        if (id === null) return;
        this.#asked.set(keyOf(direction, namespace, id), written);
        if (direction === "sent") return;
        if (written !== null) this.#requests.set(written, { namespace, id });
        forgetOldest(this.#asked);
        forgetOldest(this.#requests);
        this.#sink.asked({ namespace, id }, name);
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
        const asked = keyOf(OTHER[direction], packet.namespace, packet.id ?? -1);
        const of = this.#asked.get(asked) ?? null;
        if (of !== null && written !== null) this.#sink.link(of, written);
        if (of !== null) this.#requests.delete(of);
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

  #write(entry: Parameters<Sink["write"]>[0]): Seq | null {
    const seq = this.#sink.write(entry);
    this.last = { seq };
    return seq;
  }
}

const keyOf = (direction: WireDirection, namespace: string, id: number): string =>
  `${direction} ${namespace},${String(id)}`;

/** A server may ask for ever, and never be answered. */
function forgetOldest(map: Map<unknown, unknown>): void {
  if (map.size <= MOST_OPEN) return;
  for (const [oldest] of map) {
    map.delete(oldest);
    return;
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
