import type { Probe, ProbeOutcome, ProbeResult } from "../../core/session/probe.ts";
import { ms, seconds } from "../../core/units/units.ts";
import { now } from "../clock.ts";

/** A server that has not answered by then is taken for one that does not. */
const PATIENCE = seconds(3);
/** An Engine.IO server speaks first, and at once. */
const FIRST_FRAME = ms(600);
const BODY = 400;

/** A violation of policy comes up to this much after the probe that it stopped. */
const VIOLATION_GRACE = ms(30);

/**
 * Runs one probe.
 * @param isBlocked whether our own policy has stopped a request to this address since a moment
 * @returns null when it was called off
 */
export async function runProbe(
  probe: Probe,
  isBlocked: (url: string, since: number) => boolean,
  signal: AbortSignal,
): Promise<ProbeResult | null> {
  if (signal.aborted) return null;
  const at = now();
  const outcome = probe.by === "fetch" ? await get(probe, signal) : await open(probe, signal);
  const took = ms(now() - at);
  if (signal.aborted) return null;
  if (outcome.kind === "rejected" || outcome.kind === "not-opened") {
    await new Promise((resolve) => {
      setTimeout(resolve, VIOLATION_GRACE);
    });
    if (signal.aborted) return null;
    if (isBlocked(probe.url, at)) return { ...probe, at, took, outcome: { kind: "blocked" } };
  }
  return { ...probe, at, took, outcome };
}

async function get({ url, mode }: Probe, stop: AbortSignal): Promise<ProbeOutcome> {
  const patience = AbortSignal.timeout(PATIENCE);
  try {
    const answer = await fetch(url, {
      mode: mode ?? "no-cors",
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.any([stop, patience]),
    });
    if (mode !== "cors") return { kind: "answered", status: null, body: null };
    return { kind: "answered", status: answer.status, body: await beginning(answer) };
  } catch (error) {
    // Firefox names it an AbortError in a worker.
    if (patience.aborted) return { kind: "timeout" };
    return { kind: "rejected", name: error instanceof Error ? error.name : String(error) };
  }
}

/** No more of a body than is looked at: it may have no end. */
async function beginning(answer: Response): Promise<string> {
  const reader = answer.body?.getReader();
  if (!reader) return "";
  const decoder = new TextDecoder();
  let text = "";
  while (text.length < BODY) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel().catch(() => undefined);
  return text.slice(0, BODY);
}

function open({ url, id, subprotocols }: Probe, stop: AbortSignal): Promise<ProbeOutcome> {
  return new Promise((resolve) => {
    let socket: WebSocket;
    try {
      socket = new WebSocket(url, [...subprotocols]);
    } catch {
      resolve({ kind: "not-opened", code: null });
      return;
    }
    let isOpen = false;
    const finish = (outcome: ProbeOutcome): void => {
      clearTimeout(timer);
      socket.onopen = socket.onclose = socket.onerror = socket.onmessage = null;
      socket.close();
      resolve(outcome);
    };
    const opened = (first: string | null): ProbeOutcome => ({ kind: "opened", subprotocol: socket.protocol, first });
    let timer = setTimeout(() => {
      finish({ kind: "timeout" });
    }, PATIENCE);
    socket.onopen = (): void => {
      isOpen = true;
      if (id !== "raw-socketio") {
        finish(opened(null));
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(() => {
        finish(opened(null));
      }, FIRST_FRAME);
    };
    socket.onmessage = ({ data }: MessageEvent<unknown>): void => {
      finish(opened(typeof data === "string" ? data.slice(0, BODY) : null));
    };
    // Chromium fires no close for a socket that a policy blocks.
    socket.onerror = (): void => {
      if (socket.readyState === WebSocket.CLOSED)
        setTimeout(() => {
          finish({ kind: "not-opened", code: null });
        }, 0);
    };
    socket.onclose = ({ code }): void => {
      finish(isOpen ? opened(null) : { kind: "not-opened", code });
    };
    stop.addEventListener("abort", () => {
      finish({ kind: "timeout" });
    });
  });
}
