import type { Evidence } from "../session/evidence.ts";

const bare = (url: string): string =>
  url
    .replace(/^(?:wss?|https?):/, "")
    .replace(/^\/\/[^/@]*@/, "//")
    .replace(/\/$/, "");

/** Whether a violation speaks of this connection: browsers drop user and password, and may write https for wss. */
export function isAbout(blocked: string, { url, usedUrl, socketio }: Evidence): boolean {
  const address = bare(blocked);
  if (socketio) return address.startsWith(`${bare(url)}/`) || address === bare(url);
  return address === bare(url) || (usedUrl !== null && address === bare(usedUrl));
}
