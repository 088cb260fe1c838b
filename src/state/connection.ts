import type { Profile } from "../core/profile/profile.ts";
import { resolveProfile, unfilledDrafts, type ProfileFault } from "../core/profile/resolve.ts";
import { filler, type Fill, type Variable } from "../core/profile/template.ts";
import { PROTOCOLS } from "../core/protocols/index.ts";
import { readUrl, type UrlReading } from "../core/protocols/readUrl.ts";
import { engine } from "./engine.ts";
import { configure } from "./configure.ts";
import { effective, savedOf } from "./effective.ts";
import type { Tab } from "./tab.ts";
import { activeTab, setWorkbench, updateActive, workbench } from "./workbench.ts";

const isSecurePage = (): boolean => location.protocol === "https:";

/** Values for looking at a draft: nothing generated here is ever sent. */
export const previewFill = (variables: readonly Variable[]): Fill =>
  filler(variables, { now: Date.now, chance: () => 0.5, count: () => 1 });

/** Every fault of a setup, for its fields. */
export function faultsOf(profile: Profile): readonly ProfileFault[] {
  const fill = previewFill(profile.variables);
  const resolved = resolveProfile(profile, fill, isSecurePage());
  return [...(resolved.ok ? [] : resolved.fault), ...unfilledDrafts(profile, fill)];
}

/** What the typed address would become; null while a variable in it has no value. */
export function readingOf({ url, protocol, variables }: Profile): UrlReading | null {
  const filled = previewFill(variables)(url);
  return filled.ok ? readUrl(filled.value.text, { ...PROTOCOLS[protocol], securePage: isSecurePage() }) : null;
}

export function editProfile(change: Partial<Profile>): void {
  updateActive(({ profile }) => ({ profile: { ...profile, ...change } }));
  configure(activeTab(workbench()));
}

/** The address as it will be used replaces the address as typed, unless it is a template. */
export function mendUrl(): void {
  const tab = activeTab(workbench());
  const { profile } = tab;
  const reading = readingOf(effective(tab));
  if (reading?.type === "ok" && !profile.url.includes("{{") && reading.url !== profile.url)
    editProfile({ url: reading.url });
}

/** @returns false when the setup has a fault, which its field then shows */
export function connect(): boolean {
  if (activeTab(workbench()).isRecorded) return false;
  mendUrl();
  const tab = activeTab(workbench());
  if (faultsOf(effective(tab)).length > 0) return false;
  updateActive(() => ({
    isUsed: true,
    shown: null,
    dismissed: [],
    log: { ...tab.log, isFollowing: true, held: null },
  }));
  setWorkbench({ panel: "log" });
  if (workbench().settings.recordEvery) void import("./record.ts").then(({ startRecording }) => startRecording(tab.id));
  // The engine may still be starting: what it is told then, it hears in this order.
  configure(tab);
  engine().tell({ type: "connect", session: tab.id });
  return true;
}

export const disconnect = (): void => {
  engine().tell({ type: "disconnect", session: workbench().active });
};

export const retryNow = (): void => {
  engine().tell({ type: "retry-now", session: workbench().active });
};

/** The name of a tab: its profile's, or where it goes, without what all addresses share. */
export const tabTitle = (tab: Tab): string => savedOf(tab)?.name ?? (tab.title || shortUrl(tab.profile.url));

export function shortUrl(url: string): string {
  return url
    .replace(/^[a-z]+:\/\//i, "")
    .replace(/[?#].*$/, "")
    .replace(/^[^/@]*@/, "");
}
