import type { TimelineView } from "../core/log/view.ts";
import type { SessionId } from "../core/session/session.ts";
import type { Questions } from "../link/protocol.ts";
import type { Journal } from "./journal/journal.ts";
import type { Matcher } from "./journal/matcher.ts";
import { Timeline } from "./timeline.ts";

/** The one that was asked for last: the page shows one at a time. */
let last: { readonly key: string; readonly timeline: Timeline; growing: Promise<void> } | null = null;

/**
 * Two questions at once grow it one after the other. Without sessions it is let go of: it holds their logs, also
 * of those that are closed.
 */
export async function askTimeline(
  { sessions, filter, from, count }: Questions["timeline"]["ask"],
  journalOf: (session: SessionId) => Journal,
  matcher: Matcher,
): Promise<TimelineView> {
  if (sessions.length === 0) {
    last = null;
    return { total: 0, rows: [] };
  }
  const key = JSON.stringify([sessions, filter]);
  if (last?.key !== key) {
    const sources = sessions.map((session) => ({ session, journal: journalOf(session) }));
    last = { key, timeline: new Timeline(sources, filter, matcher), growing: Promise.resolve() };
  }
  const { timeline, growing } = last;
  last.growing = growing.then(() => timeline.grow());
  await last.growing;
  return timeline.view(from ?? Number.POSITIVE_INFINITY, count);
}
