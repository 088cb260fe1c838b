import { parseFilter } from "../../core/log/filter.ts";
import { clearLog, exportLog, goToMatch, setFilter, toggleHold, togglePause } from "../../state/log.ts";
import type { Tab } from "../../state/tab.ts";
import { setWorkbench, useLogView, useTab } from "../../state/workbench.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { RecordButton } from "../sessions/RecordButton.tsx";
import { useText } from "../text.ts";
import { FilterField } from "./FilterField.tsx";
import { FilterHelp, SavedFilters } from "./FilterMenus.tsx";
import { FilterSays } from "./FilterSays.tsx";
import { useLogTexts } from "./useLogTexts.ts";
import { ViewMenu } from "./ViewMenu.tsx";

export function LogToolbar() {
  const t = useText();
  const log = useTab((tab) => tab.log);
  const isRecorded = useTab((tab) => tab.isRecorded);
  const parsed = parseFilter(log.filter);
  return (
    <>
      <div className="bar log-bar">
        <FilterField />
        <SavedFilters />
        <FilterHelp />
        <div className="seg seg-sm log-dir" role="group" aria-label={t.log.show}>
          {(["all", "sent", "received"] as const).map((direction) => (
            <button
              key={direction}
              type="button"
              aria-pressed={log.direction === direction}
              onClick={() => {
                setFilter({ direction });
              }}
            >
              {t.log[direction]}
            </button>
          ))}
        </div>
        <Count />
        <Steps />
        <span className="grow" />
        <EventsButton />
        <ViewMenu />
        <IconButton icon="hold" label={t.log.hold} pressed={log.held !== null} onClick={toggleHold} />
        <IconButton
          icon="pause"
          label={t.log.pause}
          pressed={log.isPaused}
          disabled={isRecorded}
          onClick={togglePause}
        />
        <IconButton icon="clear" label={t.log.clear} disabled={isRecorded} onClick={clearLog} />
        <IconButton icon="download" label={t.log.export} disabled={!parsed.ok} onClick={exportLog} />
        <RecordButton />
      </div>
      <FilterSays />
    </>
  );
}

function Count() {
  const t = useText();
  const texts = useLogTexts();
  const total = useLogView(({ view }) => view?.total ?? 0);
  const matches = useLogView(({ view }) => view?.matches ?? 0);
  const entries = useLogView(({ view }) => view?.stats.entries ?? 0);
  const scanned = useLogView(({ view }) => view?.scanned ?? 1);
  const isFiltered = useTab(isFilteredTab);
  const isMarking = useTab(({ log }) => log.shows === "all");
  const found = isMarking ? (texts?.match(matches) ?? "") : t.log.matching(total, entries);
  return (
    <span className="log-count px-1 text-text-3">
      {scanned < 1 ? t.log.searching(scanned) : isFiltered ? found : t.log.entries(entries)}
    </span>
  );
}

/** The list of events, where there are such. */
function EventsButton() {
  const t = useText();
  const isSocketIo = useTab((tab) => tab.profile.protocol === "socketio");
  if (!isSocketIo) return null;
  return (
    <IconButton
      icon="events"
      label={t.chips.ioEvents}
      onClick={() => {
        setWorkbench({ dialog: { is: "events" } });
      }}
    />
  );
}

const isFilteredTab = ({ log }: Tab): boolean => log.filter.trim() !== "" || log.direction !== "all";

/** To the matches around the chosen entry. */
function Steps() {
  const texts = useLogTexts();
  const isFiltered = useTab(isFilteredTab);
  if (!texts || !isFiltered) return null;
  return (
    <>
      <IconButton icon="previous" label={texts.previous} onClick={() => void goToMatch(-1)} />
      <IconButton icon="next" label={texts.next} onClick={() => void goToMatch(1)} />
    </>
  );
}
