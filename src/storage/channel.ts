/**
 * What pages of this app in other browser tabs changed. A page does not hear itself.
 * @see https://html.spec.whatwg.org/multipage/web-messaging.html#broadcasting-to-other-browsing-contexts
 */
export type Changed = "library" | "settings" | "recent";
const CHANGES: readonly Changed[] = ["library", "settings", "recent"];

const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("sockwright");

export function tellOthers(changed: Changed): void {
  channel?.postMessage(changed);
}

export function hearOthers(hear: (changed: Changed) => void): void {
  channel?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const changed = CHANGES.find((one) => one === data);
    if (changed !== undefined) hear(changed);
  });
}
