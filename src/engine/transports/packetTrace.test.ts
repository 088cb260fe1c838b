import { describe, expect, test } from "vitest";
import type { EventLabel } from "../../core/log/entry.ts";
import { seq, type Seq } from "../../core/units/units.ts";
import { PacketTrace } from "./packetTrace.ts";
import type { ServerRequest, Sink } from "./transport.ts";

type Written = Parameters<Sink["write"]>[0];

function traced(isPaused = false): {
  trace: PacketTrace;
  written: Written[];
  links: [Seq, Seq][];
  asked: [ServerRequest, string][];
  labels: EventLabel[];
} {
  const written: Written[] = [];
  const links: [Seq, Seq][] = [];
  const requests: [ServerRequest, string][] = [];
  const labels: EventLabel[] = [];
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
    intern: (label) => {
      labels.push(label);
      return names.get(label.event) ?? names.set(label.event, names.size + 1).size;
    },
    asked: (of, event) => void requests.push([of, event]),
    wantsPackets: () => false,
    namespace: nothing,
    recovery: new Map(),
    link: (asked, answered) => void links.push([asked, answered]),
    write: (entry) => {
      if (isPaused) return null;
      written.push(entry);
      return seq(written.length);
    },
  };
  return { trace: new PacketTrace(sink, "/"), written, links, asked: requests, labels };
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

  test("[JO42] a request of the server waits until it is answered, once", () => {
    const { trace, asked } = traced();
    trace.text("received", '2/chat,7["ask",1]');
    const request = { namespace: "/chat", id: 7 };
    expect(asked).toEqual([[request, "ask"]]);
    expect([trace.requestAt(seq(1)), trace.isWaiting(request)]).toEqual([request, true]);
    trace.text("sent", '3/chat,7["ok"]');
    expect([trace.requestAt(seq(1)), trace.isWaiting(request)]).toEqual([null, false]);
  });

  test("[JO46] a request is heard while capture is paused, too", () => {
    const { trace, asked } = traced(true);
    trace.text("received", '27["ask"]');
    expect(asked).toEqual([[{ namespace: "/", id: 7 }, "ask"]]);
    expect(trace.isWaiting({ namespace: "/", id: 7 })).toBe(true);
  });

  test("[JO43] a namespace besides the connection's own is told, and an offset once the server can recover", () => {
    const { trace, labels } = traced();
    trace.text("received", '2["news",1,"text"]');
    trace.text("received", '0{"sid":"s","pid":"p"}');
    trace.text("received", '2["news",1,"Q7uL8C8"]');
    trace.text("received", '2["news",1]');
    trace.text("received", '2/chat,["news","x"]');
    expect(labels.map(({ namespace, hasOffset }) => [namespace, hasOffset])).toEqual([
      ["", false],
      ["", true],
      ["", false],
      ["/chat", false],
    ]);
  });
});
