import { parseFilter } from "../../core/log/filter.ts";
import { clearLog, exportLog, setFilter, toggleHold, togglePause } from "../../state/log.ts";
import { useLogView, useTab } from "../../state/workbench.ts";
import { Icon } from "../parts/Icon.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { Popover } from "../parts/Popover.tsx";
import { Rich } from "../parts/Rich.tsx";
import { RecordButton } from "../sessions/RecordButton.tsx";
import { useText } from "../text.ts";

export function LogToolbar() {
  const t = useText();
  const log = useTab((tab) => tab.log);
  const isRecorded = useTab((tab) => tab.isRecorded);
  const isEvents = useTab((tab) => tab.profile.protocol === "socketio");
  const parsed = parseFilter(log.filter);
  return (
    <>
      <div className="bar">
        <label className={`field max-w-90 flex-1 basis-50 ${parsed.ok ? "" : "is-wrong"}`}>
          <Icon name="filter" small />
          <input
            type="search"
            data-focus="filter"
            aria-label={t.log.filter}
            aria-invalid={!parsed.ok}
            aria-describedby="filter-says"
            placeholder={isEvents ? t.log.filterExampleEvents : t.log.filterExample}
            spellCheck={false}
            autoComplete="off"
            value={log.filter}
            onChange={(event) => {
              setFilter({ filter: event.target.value });
            }}
            onKeyDown={(event) => {
              if (event.key !== "Escape") return;
              event.preventDefault();
              if (log.filter === "") document.querySelector<HTMLElement>(".log")?.focus();
              else setFilter({ filter: "" });
            }}
          />
        </label>
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
        <span className="grow" />
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
      <p
        id="filter-says"
        className={parsed.ok ? "vh" : "says is-wrong border-b border-line px-3 py-1"}
        role={parsed.ok ? undefined : "alert"}
      >
        {parsed.ok ? "" : <Rich text={t.filterFault[parsed.fault.problem](parsed.fault.found)} />}
      </p>
    </>
  );
}

function Count() {
  const t = useText();
  const total = useLogView(({ view }) => view?.total ?? 0);
  const entries = useLogView(({ view }) => view?.stats.entries ?? 0);
  const scanned = useLogView(({ view }) => view?.scanned ?? 1);
  const isFiltered = useTab(({ log }) => log.filter.trim() !== "" || log.direction !== "all");
  const text = isFiltered ? t.log.matching(total, entries) : t.log.entries(total);
  return <span className="log-count px-1 text-text-3">{scanned < 1 ? t.log.searching(scanned) : text}</span>;
}

function FilterHelp() {
  const t = useText();
  return (
    <Popover
      label={t.log.filterHelp}
      buttonLabel={t.log.filterHelp}
      buttonClass="icon-btn"
      button={<Icon name="help" />}
      width={460}
    >
      <dl className="pop-b">
        {t.filterHelp.map(([what, means]) => (
          <div key={what} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-2">
            <dt>
              <Rich text={what} />
            </dt>
            <dd className="text-text-2">{means}</dd>
          </div>
        ))}
      </dl>
    </Popover>
  );
}
