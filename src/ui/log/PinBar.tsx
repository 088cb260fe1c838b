import type { Pin } from "../../state/tab.ts";
import { between } from "../../core/units/units.ts";
import { changePins, goTo, notePin, togglePin } from "../../state/log.ts";
import { useLogView, useTab } from "../../state/workbench.ts";
import { Icon } from "../parts/Icon.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { visible } from "../visible.ts";
import { formatExact, formatTime } from "./time.ts";
import { useLogTexts } from "./useLogTexts.ts";

/** Marked entries above the log, each with the time since the one before, and what was noted on it. */
export function PinBar() {
  const texts = useLogTexts();
  const pins = useTab((tab) => tab.log.pins);
  const selected = useTab((tab) => tab.log.selected);
  const chosen = useLogView(({ view }) => view?.rows.find(({ seq }) => seq === selected) ?? null);
  if (!texts || pins.length === 0) return null;
  const first = pins[0];
  return (
    <section className="pins" aria-label={texts.pins.label}>
      <ul>
        {pins.map((pin, at) => {
          const before = pins[at - 1];
          const isChosen = chosen !== null && pins.every(({ row }) => row.seq !== chosen.seq);
          const isLast = at === pins.length - 1;
          return (
            <li key={pin.row.seq}>
              <button
                type="button"
                className="link-btn mono inline-flex items-center gap-1"
                aria-label={texts.pins.go(pin.row.seq)}
                onClick={() => {
                  goTo(pin.row.seq);
                }}
              >
                <Icon name="pin" small /> #{pin.row.seq}
              </button>
              <span className="mono text-text-2">{formatTime(pin.row.time, null)}</span>
              <span className="mono pin-since" title={texts.pins.since}>
                {before ? `+${formatExact(between(before.row.time, pin.row.time))}` : ""}
              </span>
              <span className="mono pin-since text-text-3" title={texts.pins.sinceFirst}>
                {first && at > 1 ? `+${formatExact(between(first.row.time, pin.row.time))}` : ""}
              </span>
              <span className="mono cut flex-1">{preview(pin)}</span>
              {isLast && isChosen ? (
                <span className="text-text-2" title={texts.pins.toSelected(chosen.seq)}>
                  → #{chosen.seq} <span className="mono">{formatExact(between(pin.row.time, chosen.time))}</span>
                </span>
              ) : null}
              <input
                className="pin-note"
                aria-label={texts.pins.note(pin.row.seq)}
                placeholder={texts.pins.notePlaceholder}
                value={pin.note}
                onChange={(event) => {
                  notePin(pin.row.seq, event.target.value);
                }}
              />
              <IconButton
                icon="close"
                label={`${texts.pins.unpin} #${String(pin.row.seq)}`}
                onClick={() => {
                  togglePin(pin.row);
                }}
              />
            </li>
          );
        })}
      </ul>
      {pins.length > 1 ? (
        <button
          type="button"
          className="btn self-end"
          onClick={() => {
            changePins(() => []);
          }}
        >
          {texts.pins.clear}
        </button>
      ) : null}
    </section>
  );
}

function preview({ row: { what } }: Pin): string {
  switch (what.type) {
    case "note":
      return what.note.note;
    case "event":
      return visible(`${what.event ?? ""} ${what.preview}`);
    case "text":
    case "binary":
      return visible(what.preview);
  }
}
