import { describe, expect, test } from "vitest";
import { seq, type Seq } from "../../core/units/units.ts";
import { PacketTrace } from "./packetTrace.ts";
import type { Sink } from "./transport.ts";

type Written = Parameters<Sink["write"]>[0];

function traced(isPaused = false): {
  trace: PacketTrace;
  written: Written[];
  links: [Seq, Seq][];
} {
  const written: Written[] = [];
  const links: [Seq, Seq][] = [];
  const names = new Map<string, number>();
  const nothing = (): void => undefined;
  const sink: Sink = {
    made: nothing,
    step: nothing,
    carriedBy: nothing,
    opened: nothing,
    errored: nothing,
    ended: nothing,
    note: nothing,
    ackTimedOut: nothing,
    intern: (event) => names.get(event) ?? names.set(event, names.size + 1).size,
    link: (asked, answered) => void links.push([asked, answered]),
    write: (entry) => {
      if (isPaused) return null;
      written.push(entry);
      return seq(written.length);
    },
  };
  return { trace: new PacketTrace(sink), written, links };
}

describe("Socket.IO's packets in the log", () => {
  test("[JO20] events keep the spelling of their arguments", () => {
    const { trace, written } = traced();
    trace.text("received", '2["tick",12345678901234567890]');
    expect(written).toEqual([
      {
        direction: "received",
        kind: "message",
        payload: "event",
        data: '["tick",12345678901234567890]',
        event: 1,
        ackId: null,
        attachments: [],
      },
    ]);
  });

  test("[JO21] an acknowledgement is tied to the event of its id, namespace and direction", () => {
    const { trace, links } = traced();
    trace.text("sent", '2/chat,7["ask"]');
    trace.text("received", '27["same id, other namespace"]');
    trace.text("received", '2/chat,7["same id, other direction"]');
    trace.text("received", '3/chat,7["answer"]');
    expect(links).toEqual([[1, 4]]);
    trace.text("received", '3/chat,7["once more"]');
    expect(links).toHaveLength(1);
  });

  test("[JO22] attachments are joined to their packet, and both directions at once are kept apart", () => {
    const { trace, written } = traced();
    trace.text("received", '52-["bin",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]');
    trace.text("sent", '51-["out",{"_placeholder":true,"num":0}]');
    trace.binary("received", Uint8Array.of(1));
    trace.binary("sent", Uint8Array.of(9));
    trace.binary("received", Uint8Array.of(2));
    expect(written.map(({ direction, attachments }) => [direction, attachments])).toEqual([
      ["sent", [Uint8Array.of(9)]],
      ["received", [Uint8Array.of(1), Uint8Array.of(2)]],
    ]);
  });

  test("[JO23] what is no packet, and octets that belong to none, are kept as they are", () => {
    const { trace, written } = traced();
    trace.text("received", "hello");
    trace.binary("received", Uint8Array.of(7));
    expect(written.map(({ payload, data }) => [payload, data])).toEqual([
      ["text", "hello"],
      ["binary", Uint8Array.of(7)],
    ]);
  });

  test("[JO24] nothing is tied to what was not recorded", () => {
    const { trace, links } = traced(true);
    trace.text("sent", '20["ask"]');
    expect(trace.last).toEqual({ seq: null });
    trace.text("received", '30["answer"]');
    expect(links).toEqual([]);
  });
});
