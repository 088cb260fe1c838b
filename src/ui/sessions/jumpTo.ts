import type { SessionId } from "../../core/session/session.ts";
import type { Seq } from "../../core/units/units.ts";
import { follow, reveal, setFilter } from "../../state/log.ts";
import { activate } from "../../state/tabs.ts";
import { setWorkbench, useLogView } from "../../state/workbench.ts";

/** Shows an entry of a tab's log: without a filter that could hide it, chosen, and in sight. */
export function jumpTo(session: SessionId, seq: Seq): void {
  activate(session);
  setWorkbench({ dialog: null });
  setFilter({ filter: "", direction: "all" });
  // Its log is shown, and its rows are counted, once the engine has pushed it.
  const stop = useLogView.subscribe(({ session: shown, view }) => {
    if (shown !== session || view === null || view.total === 0) return;
    stop();
    void reveal(seq).then((position) => {
      if (position === null) return;
      follow(false);
      requestAnimationFrame(() => {
        scrollTo(position - view.base);
      });
    });
  });
}

/** Rows above it that stay in sight. */
const ABOVE = 4;

/** A long log is scaled: an element has a greatest height in every browser. */
function scrollTo(place: number): void {
  const log = document.querySelector<HTMLElement>(".log");
  const height = log?.querySelector<HTMLElement>("[data-seq]")?.offsetHeight ?? 0;
  if (!log || height === 0) return;
  const total = Number(log.getAttribute("aria-rowcount"));
  const scale = Math.min(1, log.scrollHeight / Math.max(1, total * height));
  log.scrollTop = Math.max(0, place - ABOVE) * height * scale;
}
