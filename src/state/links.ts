import { newProfile, type Profile } from "../core/profile/profile.ts";
import { isProtocolId } from "../core/protocols/index.ts";
import { followHash } from "./screen.ts";
import { setWorkbench, useWorkbench, workbench } from "./workbench.ts";
import { openTab } from "./tabs.ts";

/**
 * `#/p/…` is a shared setup: it is shown before anything is added.
 * `#/clue` is the screen that reads pasted lines.
 * `#/lab` is the policy lab, with a case behind it or not.
 * `#/?protocol=websocket|socketio&url=…&namespace=…` fills in a new tab. It never connects: an
 * address from a link is somebody else's.
 */
export function openLink(hash: string): void {
  followHash(hash);
  if (hash.startsWith("#/p/")) {
    showLink(hash.slice(4));
    // A reload shall not ask again, and a copied address not carry it on.
    history.replaceState(null, "", location.pathname + location.search);
    return;
  }
  const profile = profileFromLink(hash);
  if (!profile) return;
  openTab(profile);
  history.replaceState(null, "", location.pathname + location.search);
}

/** A dialog that is open comes to its end first: what was typed or opened in it must not go. */
function showLink(text: string): void {
  const show = (): void => {
    setWorkbench({ dialog: { is: "link", text } });
  };
  if (workbench().dialog === null) {
    show();
    return;
  }
  const stop = useWorkbench.subscribe(({ dialog }) => {
    if (dialog !== null) return;
    stop();
    show();
  });
}

function profileFromLink(hash: string): Profile | null {
  if (!hash.startsWith("#/?")) return null;
  const params = new URLSearchParams(hash.slice(3));
  const url = params.get("url");
  const protocol = params.get("protocol") ?? "websocket";
  if (url === null || !isProtocolId(protocol)) return null;
  const namespace = params.get("namespace") ?? "/";
  const path = params.get("path") ?? newProfile.socketio.path;
  return { ...newProfile, protocol, url, socketio: { ...newProfile.socketio, namespace, path } };
}
