import { useEffect, useRef, useState } from "react";
import { filterOf, follow, editLog, setFilter } from "../../state/log.ts";
import { engine } from "../../state/engine.ts";
import { useLogView, useTab, useWorkbench } from "../../state/workbench.ts";
import { Icon } from "../parts/Icon.tsx";
import { useText } from "../text.ts";
import { LogGrid } from "./LogGrid.tsx";
import { LogToolbar } from "./LogToolbar.tsx";
import { PinBar } from "./PinBar.tsx";
import type { Range } from "./useWindow.ts";

/** The log of the active connection: toolbar, rows, and a way to the end. */
export function LogPanel() {
  const t = useText();
  const [range, setRange] = useState<Range>({ from: 0, count: 0 });
  useWatch(range);
  const total = useLogView(({ view }) => view?.total ?? 0);
  const base = useLogView(({ view }) => view?.base ?? 0);
  const isFollowing = useTab((tab) => tab.log.isFollowing);
  const held = useTab((tab) => tab.log.held);
  const seen = useSeenEnd(isFollowing && held === null, base + total);
  const isScanned = useLogView(({ view }) => view === null || view.scanned >= 1);
  const isFiltered = useTab((tab) => filterOf(tab) !== "" && tab.log.shows === "matches");
  const news = base + total - (held ?? seen);
  return (
    <section className="logbox" aria-label={t.panels.log}>
      <LogToolbar />
      <PinBar />
      <LogGrid range={range} onRange={setRange} />
      {total === 0 && isScanned ? <Empty isFiltered={isFiltered} /> : null}
      {total > 0 && (held !== null || !isFollowing) ? (
        <button
          type="button"
          className="btn btn-lg log-end"
          onClick={() => {
            editLog({ held: null });
            follow(true);
          }}
        >
          <Icon name="received" small />
          {news > 0 ? t.log.newRows(news) : t.log.jumpToEnd}
        </button>
      ) : null}
    </section>
  );
}

/** Where the end was when it was last on the screen. */
function useSeenEnd(isAtEnd: boolean, end: number): number {
  const [seen, setSeen] = useState(end);
  // Adjusting state while rendering: an effect would show the wrong count for a frame.
  if (seen !== end && (isAtEnd || seen > end)) setSeen(end);
  return isAtEnd ? end : Math.min(seen, end);
}

function Empty({ isFiltered }: { readonly isFiltered: boolean }) {
  const t = useText();
  if (!isFiltered) {
    return (
      <div className="log-empty">
        <strong>{t.log.emptyTitle}</strong>
        <span>{t.log.emptyText}</span>
      </div>
    );
  }
  return (
    <div className="log-empty">
      <span>{t.log.noMatch}</span>
      <button
        type="button"
        className="btn"
        onClick={() => {
          setFilter({ filter: "", direction: "all" });
        }}
      >
        {t.log.noMatchAction}
      </button>
    </div>
  );
}

let generations = 0;

/** Tells the engine what this panel shows, and that it was painted. */
function useWatch({ from, count }: Range): void {
  const session = useWorkbench((state) => state.active);
  const isReady = useWorkbench((state) => state.engine.is === "ready");
  const filter = useTab(filterOf);
  const isFollowing = useTab((tab) => tab.log.isFollowing && tab.log.held === null);
  const shows = useTab((tab) => tab.log.shows);
  const groups = useTab((tab) => tab.log.isGrouped);
  const generation = useRef({ key: "", value: 0 });
  useEffect(() => {
    if (!isReady || count === 0) return;
    const key = `${session} ${shows} ${String(groups)} ${filter}`;
    if (generation.current.key !== key) generation.current = { key, value: ++generations };
    engine().tell({
      type: "watch",
      session,
      watch: { filter, shows, groups, generation: generation.current.value, from, count, follow: isFollowing },
    });
  }, [session, isReady, filter, shows, groups, from, count, isFollowing]);
  useEffect(
    () =>
      useLogView.subscribe(() => {
        // A hidden page has no frames, so nothing more is pushed to it.
        requestAnimationFrame(() => {
          engine().tell({ type: "painted" });
        });
      }),
    [],
  );
  useEffect(
    () => () => {
      engine().tell({ type: "unwatch" });
    },
    [],
  );
}
