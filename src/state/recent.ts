import type { Profile } from "../core/profile/profile.ts";
import { hearOthers, tellOthers } from "../storage/channel.ts";
import { loadRecent, saveRecent, type Recent } from "../storage/recent.ts";
import { savedOf } from "./effective.ts";
import { setWorkbench, useWorkbench, workbench } from "./workbench.ts";

/** As many as a glance takes in. */
const KEPT = 12;

const keyOf = ({ protocol, url, socketio }: Profile): string =>
  JSON.stringify([protocol, url, protocol === "socketio" ? [socketio.namespace, socketio.path] : null]);

/** Whether memory has what the database has not taken. */
let isWaiting = false;

/** Remembers what is connected with from now on. A database that refuses leaves them in memory. */
export async function startRecent(): Promise<void> {
  const read = async (): Promise<void> => {
    const stored = await loadRecent().catch(() => null);
    if (stored !== null) setWorkbench({ recent: isWaiting ? joined(workbench().recent, stored) : stored });
  };
  hearOthers((changed) => {
    if (changed === "recent") void read();
  });
  await read();
  useWorkbench.subscribe(({ tabs }, { tabs: before }) => {
    if (tabs === before) return;
    for (const tab of tabs) {
      const { id, profile, session } = tab;
      const was = before.find((one) => one.id === id)?.session.phase;
      if (session.phase === was || savedOf(tab) !== null) continue;
      if (session.phase === "connecting" && was !== "waiting") remember({ profile, opened: false });
      else if (session.phase === "open") remember({ profile, opened: true });
    }
  });
}

function remember(one: Recent): void {
  keep(joined([one], workbench().recent));
}

function joined(latest: readonly Recent[], others: readonly Recent[]): readonly Recent[] {
  const known = new Set(latest.map(({ profile }) => keyOf(profile)));
  return [...latest, ...others.filter(({ profile }) => !known.has(keyOf(profile)))].slice(0, KEPT);
}

export function forgetRecent(recent: Recent): void {
  keep(workbench().recent.filter((one) => one !== recent));
}

function keep(recent: readonly Recent[]): void {
  setWorkbench({ recent });
  saveRecent(recent).then(
    () => {
      isWaiting = false;
      tellOthers("recent");
    },
    // Settings and drafts are stored in the same moment, and say so.
    () => {
      isWaiting = true;
    },
  );
}
