import { readEngineIo } from "./engineIoAnswer.ts";

/** Which Socket.IO server is there, as far as its first answers tell. */
export type ServerVerdict =
  /** `3+`: 3 or 4, which the same client serves. */
  | { readonly is: "server"; readonly version: "2" | "3" | "4" | "3+" }
  /** Engine.IO is there, and will not have this request. */
  | { readonly is: "refused"; readonly code: number | null; readonly message: string }
  /** Something else answers at this path. */
  | { readonly is: "other"; readonly status: number | null }
  /** Nothing that a page can read. */
  | { readonly is: "hidden" };

/** What a look at the server saw. @property status null: it could not be read. */
export interface Looks {
  /** `GET …?EIO=4&transport=polling`; null: no answer that the page may read. */
  readonly polling: { readonly status: number | null; readonly body: string } | null;
  /** Texts that came first on `…?EIO=4&transport=websocket`; null: it did not open, or was not tried. */
  readonly frames: readonly string[] | null;
}

/**
 * A server of version 2 puts lengths before its packets in polling, and joins the first namespace
 * unasked over a WebSocket; since version 3 the client asks. From 4.4 on the answer has a maxPayload.
 * @see https://socket.io/docs/v4/engine-io-protocol/#from-v3-to-v4
 */
export function judgeServer({ polling, frames }: Looks): ServerVerdict {
  const answer = polling && readEngineIo(polling.body);
  if (answer?.kind === "open") return { is: "server", version: versionOf(polling?.body ?? "") };
  const [first, second] = frames ?? [];
  if (first?.startsWith('0{"sid"') === true) return { is: "server", version: second === "40" ? "2" : versionOf(first) };
  if (answer?.kind === "error") return { is: "refused", code: answer.code, message: answer.message };
  if (polling) return { is: "other", status: polling.status };
  return { is: "hidden" };
}

/** Version 3's own wait for an answer to a ping; version 4 waits 20 s. */
const PING_TIMEOUT_3 = '"pingTimeout":5000';

function versionOf(open: string): "2" | "3" | "4" | "3+" {
  if (/^\d+:0/.test(open.trimStart())) return "2";
  if (open.includes('"maxPayload"')) return "4";
  return open.includes(PING_TIMEOUT_3) ? "3" : "3+";
}
