import { judgeServer } from "../core/explain/detectServer.ts";
import type { DetectAnswer, DetectAsk } from "../link/detect.ts";
import { runProbe } from "./session/runProbe.ts";

/** Until a server that is there has said hello. */
const PATIENCE = 3000;
/** A server of version 2 sends its second frame with the first. */
const SECOND_FRAME = 400;

/**
 * Looks which Socket.IO server answers at an address: at the answer to polling, where the page may
 * read it, else at the first frames of a WebSocket.
 */
export async function detectServer({ url, path, query }: DetectAsk): Promise<DetectAnswer> {
  const search = (transport: string): string =>
    `${path}?${new URLSearchParams([...query.map(({ name, value }) => [name, value]), ["EIO", "4"], ["transport", transport]]).toString()}`;
  const pollingUrl = `${url}${search("polling")}`;
  const socketUrl = `${url.replace(/^http/, "ws")}${search("websocket")}`;
  const probed = await runProbe(
    { id: "polling", by: "fetch", url: pollingUrl, mode: "cors", subprotocols: [] },
    () => false,
    new AbortController().signal,
  );
  const polling =
    probed?.outcome.kind === "answered" ? { status: probed.outcome.status, body: probed.outcome.body ?? "" } : null;
  const byPolling = judgeServer({ polling, frames: null });
  if (byPolling.is === "server") return { verdict: byPolling, requests: [`GET ${pollingUrl}`] };
  const frames = await firstFrames(socketUrl);
  return { verdict: judgeServer({ polling, frames }), requests: [`GET ${pollingUrl}`, `WS ${socketUrl}`] };
}

/** @returns null: it did not open */
function firstFrames(url: string): Promise<readonly string[] | null> {
  return new Promise((resolve) => {
    let socket: WebSocket;
    try {
      socket = new WebSocket(url);
    } catch {
      resolve(null);
      return;
    }
    const frames: string[] = [];
    let isOpen = false;
    const finish = (): void => {
      clearTimeout(timer);
      socket.onopen = socket.onmessage = socket.onclose = socket.onerror = null;
      socket.close();
      resolve(isOpen ? frames : null);
    };
    let timer = setTimeout(finish, PATIENCE);
    socket.onopen = (): void => {
      isOpen = true;
    };
    socket.onmessage = ({ data }: MessageEvent<unknown>): void => {
      if (typeof data === "string") frames.push(data.slice(0, 400));
      if (frames.length > 1) finish();
      else {
        clearTimeout(timer);
        timer = setTimeout(finish, SECOND_FRAME);
      }
    };
    socket.onclose = finish;
    socket.onerror = (): void => {
      if (socket.readyState === WebSocket.CLOSED) setTimeout(finish, 0);
    };
  });
}
