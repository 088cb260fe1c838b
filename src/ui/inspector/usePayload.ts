import { useMemo } from "react";
import type { Payload } from "../../core/decode/decoder.ts";
import type { EntryDetail } from "../../core/log/entry.ts";
import { strictUtf8 } from "../../core/units/utf8.ts";
import { attachmentsOf, textPart } from "../../state/log.ts";
import { useTab } from "../../state/workbench.ts";

/** An entry as decoders take it. */
export function payloadOf(detail: EntryDetail, subprotocol: string, isSocketIo: boolean): Payload {
  const { row } = detail;
  const octets = textPart(detail);
  const isBinary = row.what.type === "binary";
  const type = row.what.type === "event" ? (row.kind === "ack" ? "ack" : "event") : "other";
  return {
    text: strictUtf8(octets),
    octets,
    isBinary,
    subprotocol,
    direction: row.direction,
    time: row.time,
    packet: isSocketIo && !isBinary ? { type, ackId: row.ackId } : null,
    attachments: attachmentsOf(detail),
  };
}

/** What the server chose, or would most likely choose: the log may be read after its connection ended. */
function useSubprotocol(): string {
  return useTab(({ session, profile }) => {
    if (session.phase === "open") return session.negotiated.subprotocol;
    return profile.websocket.subprotocols.length === 1 ? (profile.websocket.subprotocols[0] ?? "") : "";
  });
}

export function usePayload(detail: EntryDetail): Payload {
  const subprotocol = useSubprotocol();
  const isSocketIo = useTab(({ profile }) => profile.protocol === "socketio");
  return useMemo(() => payloadOf(detail, subprotocol, isSocketIo), [detail, subprotocol, isSocketIo]);
}
