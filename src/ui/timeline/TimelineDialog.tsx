import "../styles/timeline.css";
import { useEffect, useRef, useState } from "react";
import { parseFilter } from "../../core/log/filter.ts";
import type { TimelineRow, TimelineView } from "../../core/log/view.ts";
import type { SessionId } from "../../core/session/session.ts";
import { formatCount } from "../../i18n/format.ts";
import { tabTitle } from "../../state/connection.ts";
import { engine } from "../../state/engine.ts";
import { goToEntry } from "../../state/goToEntry.ts";
import { useWorkbench } from "../../state/workbench.ts";
import { DIRECTION_CLASS, LogRowContent } from "../log/LogRow.tsx";
import { formatDelta, formatTime } from "../log/time.ts";
import { useLogTexts } from "../log/useLogTexts.ts";
import { useWindow } from "../log/useWindow.ts";
import { Check } from "../parts/Check.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { Icon } from "../parts/Icon.tsx";
import { TextField } from "../parts/TextField.tsx";
import { useText } from "../text.ts";

/** How often what was written meanwhile is asked for, ms. */
const PERIOD = 500;
/** Colours that are told apart; more connections share them, and have their names. */
const COLOURS = 6;

/** Several connections on one timeline: which, and their entries in one order. A row leads to its connection. */
export function TimelineDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const texts = useLogTexts();
  const tabs = useWorkbench((state) => state.tabs);
  const used = tabs.filter((tab) => tab.isUsed);
  const [left, setLeft] = useState<ReadonlySet<SessionId>>(new Set());
  const [filter, setFilter] = useState("");
  if (!texts) return null;
  const parsed = parseFilter(filter);
  const shown = used.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const colourOf = (id: SessionId): string => `line-${String(used.findIndex((tab) => tab.id === id) % COLOURS)}`;
  const titleOf = (id: SessionId): string => {
    const tab = used.find((one) => one.id === id);
    return (tab && tabTitle(tab)) ?? t.tabs.untitled;
  };
  return (
    <Dialog title={texts.timeline.label} closeLabel={t.app.close} width={1100} onClose={onClose}>
      <div className="timeline">
        <div className="timeline-head">
          <div role="group" aria-label={texts.timeline.connections} className="flex flex-wrap items-center gap-3">
            {used.map((tab) => (
              <span key={tab.id} className={`timeline-name ${colourOf(tab.id)}`}>
                <Check
                  text={titleOf(tab.id)}
                  checked={!left.has(tab.id)}
                  onChange={(isOn) => {
                    const next = new Set(left);
                    if (isOn) next.delete(tab.id);
                    else next.add(tab.id);
                    setLeft(next);
                  }}
                />
              </span>
            ))}
          </div>
          <TextField
            label={texts.timeline.filter}
            placeholder={t.log.filterExample}
            isMono
            value={filter}
            fault={parsed.ok ? null : texts.filterFault[parsed.fault.problem](parsed.fault.found)}
            onChange={setFilter}
          />
        </div>
        {shown.length === 0 ? (
          <p className="blank">{texts.timeline.none}</p>
        ) : (
          <Entries
            key={`${shown.join()} ${filter}`}
            sessions={shown}
            filter={parsed.ok ? filter : ""}
            colourOf={colourOf}
            titleOf={titleOf}
            onOpen={onClose}
          />
        )}
      </div>
    </Dialog>
  );
}

interface EntriesProps {
  readonly sessions: readonly SessionId[];
  readonly filter: string;
  readonly colourOf: (id: SessionId) => string;
  readonly titleOf: (id: SessionId) => string;
  readonly onOpen: () => void;
}

function Entries({ sessions, filter, colourOf, titleOf, onOpen }: EntriesProps) {
  const t = useText();
  const texts = useLogTexts();
  const scroller = useRef<HTMLDivElement>(null);
  const [isFollowing, setFollowing] = useState(true);
  const [range, setRange] = useState({ from: 0, count: 60 });
  const view = useTimeline(sessions, filter, isFollowing ? null : range.from, range.count);
  const density = useWorkbench((state) => state.settings.density);
  const total = view?.total ?? 0;
  const list = useWindow({
    density,
    identity: "timeline",
    scroller,
    base: 0,
    total,
    isFollowing,
    onFollow: setFollowing,
    onRange: setRange,
  });
  const rows = (view?.rows ?? []).filter(({ place }) => place >= list.first && place < list.first + list.visible);
  return (
    <div
      ref={scroller}
      className="log timeline-log"
      role="grid"
      aria-label={texts?.timeline.label}
      aria-rowcount={total}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and must be reachable by keyboard
      tabIndex={0}
      onScroll={list.onScroll}
    >
      <div role="row" className="row head">
        <span role="columnheader">{t.log.time}</span>
        <span role="columnheader" className="delta">
          {t.log.delta}
        </span>
        <span role="columnheader">{texts?.timeline.connection}</span>
        <span role="columnheader" className="dir">
          <span className="vh">{t.log.direction}</span>
        </span>
        <span role="columnheader">
          {t.log.payload} <span className="quiet">{formatCount(total)}</span>
        </span>
      </div>
      <div role="presentation" style={{ height: list.spacer }}>
        <div role="presentation" className="rows" style={{ height: Math.min(list.viewport, list.spacer) }}>
          {rows.map((one) => (
            <TimelineEntry
              key={one.place}
              one={one}
              offset={(one.place - list.first) * list.rowHeight - list.offset}
              colour={colourOf(one.session)}
              title={titleOf(one.session)}
              onOpen={onOpen}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface TimelineEntryProps {
  readonly one: TimelineRow;
  /** Where it stands in the panel, px. */
  readonly offset: number;
  readonly colour: string;
  readonly title: string;
  readonly onOpen: () => void;
}

function TimelineEntry({ one: { session, row, place }, offset, colour, title, onOpen }: TimelineEntryProps) {
  const t = useText();
  const texts = useLogTexts();
  return (
    <div
      role="row"
      className={`row timeline-row ${colour}`}
      aria-rowindex={place + 1}
      data-seq={row.seq}
      data-kind={row.kind}
      data-direction={row.direction}
      style={{ transform: `translateY(${String(offset)}px)` }}
    >
      <span role="gridcell" className="time">
        {formatTime(row.time, null)}
      </span>
      <span role="gridcell" className="delta">
        {row.delta === null ? "" : formatDelta(row.delta)}
      </span>
      <span role="gridcell" className="cut">
        <button
          type="button"
          className="link-btn timeline-to"
          aria-label={texts?.timeline.open(title, row.seq)}
          onClick={() => {
            onOpen();
            goToEntry(session, row.seq);
          }}
        >
          <span className="cut">{title}</span>
          <span className="mono">#{row.seq}</span>
        </button>
      </span>
      <span role="gridcell" className={`dir ${DIRECTION_CLASS[row.direction]}`}>
        <Icon name={row.direction} small />
        <span className="vh">{t.log.directions[row.direction]}</span>
      </span>
      <span role="gridcell" className="what">
        <LogRowContent row={row} />
      </span>
    </div>
  );
}

/** The rows wanted, and again what was written meanwhile. One question at a time. */
function useTimeline(
  sessions: readonly SessionId[],
  filter: string,
  from: number | null,
  count: number,
): TimelineView | null {
  const [view, setView] = useState<TimelineView | null>(null);
  const key = sessions.join();
  useEffect(() => {
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = (): void => {
      engine()
        .ask("timeline", { sessions, filter, from, count })
        .then(
          (read) => {
            if (!isCurrent) return;
            setView(read);
            timer = setTimeout(ask, PERIOD);
          },
          () => undefined,
        );
    };
    ask();
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the key names the sessions
  }, [key, filter, from, count]);
  useEffect(
    () => () => {
      // What it holds of the logs is given back; an engine that is gone holds nothing.
      engine()
        .ask("timeline", { sessions: [], filter: "", from: null, count: 0 })
        .catch(() => undefined);
    },
    [],
  );
  return view;
}
