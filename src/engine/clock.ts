import { epochMs, type EpochMs } from "../core/units/units.ts";

/** The engine's one clock: monotonic, with fractions of a millisecond. */
export const now = (): EpochMs => epochMs(performance.timeOrigin + performance.now());

/** Gives way to sockets and timers, and goes on in a task of its own; `setTimeout` would wait 4 ms each time. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (): void => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
