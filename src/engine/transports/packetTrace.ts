import { arrayElements, readPacket, type Packet } from "../../core/decode/socketioPacket.ts";
import type { Kind } from "../../core/log/entry.ts";
import type { Seq } from "../../core/units/units.ts";
import { noEntry } from "../journal/journal.ts";
import type { Sink } from "./transport.ts";

type WireDirection = "sent" | "received";
const OTHER: Readonly<Record<WireDirection, WireDirection>> = { sent: "received", received: "sent" };

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
  readonly #unfinished: Record<WireDirection, Unfinished | null> = { sent: null, received: null };
  /** Events that asked for an acknowledgement, by direction, namespace and id. */
  readonly #asked = new Map<string, Seq>();
  /** The last packet that was traced: what it became in the log, null while capture is paused. */
  last: { readonly seq: Seq | null } | null = null;

  /** What the events sent from now on are: messages, or the user's heartbeat. */
  kind: Kind = "message";

  constructor(sink: Sink) {
    this.#sink = sink;
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
        const event = this.#sink.intern(eventName(packet.json));
        const written = this.#write({
          direction,
          kind,
          payload: "event",
          data: packet.json,
          event,
          ackId: packet.id,
          attachments,
        });
        if (packet.id !== null && written !== null) this.#asked.set(`${direction} ${key}`, written);
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
        this.#asked.delete(asked);
        return;
      }
      case "CONNECT":
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

function eventName(json: string): string {
  const [first = ""] = arrayElements(json.slice(0, 400));
  try {
    return String(JSON.parse(first));
  } catch {
    return first;
  }
}
