import { newProfile, type Profile } from "../core/profile/profile.ts";
import { isProtocolId } from "../core/protocols/index.ts";
import { openTab } from "./tabs.ts";

/**
 * `#/?protocol=websocket|socketio&url=…&namespace=…` fills in a new tab. It never connects: an
 * address from a link is somebody else's.
 */
export function openLink(hash: string): void {
  const profile = profileFromLink(hash);
  if (!profile) return;
  openTab(profile);
  history.replaceState(null, "", location.pathname + location.search);
}

function profileFromLink(hash: string): Profile | null {
  if (!hash.startsWith("#/?")) return null;
  const params = new URLSearchParams(hash.slice(3));
  const url = params.get("url");
  const protocol = params.get("protocol") ?? "websocket";
  if (url === null || !isProtocolId(protocol)) return null;
  const namespace = params.get("namespace") ?? "/";
  return { ...newProfile, protocol, url, socketio: { ...newProfile.socketio, namespace } };
}
