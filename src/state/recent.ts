import type { Profile } from "../core/profile/profile.ts";
import { hearOthers, tellOthers } from "../storage/channel.ts";
import { loadRecent, saveRecent, type Recent } from "../storage/recent.ts";
import { setWorkbench, useWorkbench, workbench } from "./workbench.ts";

/** As many as a glance takes in. */
const KEPT = 12;

const keyOf = ({ protocol, url, socketio }: Profile): string =>
  JSON.stringify([protocol, url, protocol === "socketio" ? [socketio.namespace, socketio.path] : null]);

/** Remembers what is connected with from now on. A database that refuses leaves them in memory. */
export async function startRecent(): Promise<void> {
  const read = async (): Promise<void> => {
    setWorkbench({ recent: await loadRecent().catch(() => []) });
  };
  hearOthers((changed) => {
    if (changed === "recent") void read();
  });
  await read();
  useWorkbench.subscribe(({ tabs }, { tabs: before }) => {
    if (tabs === before) return;
    for (const { id, profile, session, saved } of tabs) {
      const was = before.find((tab) => tab.id === id)?.session.phase;
      if (session.phase === was || saved !== null) continue;
      if (session.phase === "connecting" && was !== "waiting") remember({ profile, opened: false });
      else if (session.phase === "open") remember({ profile, opened: true });
    }
  });
}

function remember(one: Recent): void {
  const key = keyOf(one.profile);
  keep([one, ...workbench().recent.filter((other) => keyOf(other.profile) !== key)].slice(0, KEPT));
}

export function forgetRecent(recent: Recent): void {
  keep(workbench().recent.filter((one) => one !== recent));
}

function keep(recent: readonly Recent[]): void {
  setWorkbench({ recent });
  saveRecent(recent).then(
    () => {
      tellOthers("recent");
    },
    // Settings and drafts are stored in the same moment, and say so.
    () => undefined,
  );
}
