import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { completeFilter, type Completing } from "../../core/log/complete.ts";
import { parseFilter } from "../../core/log/filter.ts";
import { engine } from "../../state/engine.ts";
import { goToMatch, setFilter } from "../../state/log.ts";
import { useLogView, useTab, useWorkbench, workbench } from "../../state/workbench.ts";
import { Icon } from "../parts/Icon.tsx";
import { scrollIn, TopLayer } from "../parts/TopLayer.tsx";
import { useText } from "../text.ts";
import { useLogTexts } from "./useLogTexts.ts";

interface Open extends Completing {
  readonly at: { readonly x: number; readonly y: number };
  /** null: none yet, and Enter means the filter as it is typed. */
  readonly chosen: number | null;
}

/** The filter as one field, which completes what is typed; Enter goes to the next match. */
export function FilterField() {
  const t = useText();
  const texts = useLogTexts();
  const filter = useTab((tab) => tab.log.filter);
  const isEvents = useTab((tab) => tab.profile.protocol === "socketio");
  const isStuck = useLogView(({ view }) => view?.isStuck ?? false);
  const isWrong = isStuck || !parseFilter(filter).ok;
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState<Open | null>(null);
  const events = useEvents(open !== null);
  const id = useId();

  const look = (): void => {
    const input = field.current;
    if (!input || input.selectionStart === null) return;
    const completing = completeFilter(input.value.slice(0, input.selectionStart), {
      events: events.current,
      saved: workbench().settings.filters,
    });
    const { left, bottom } = input.getBoundingClientRect();
    setOpen(completing.choices.length === 0 ? null : { ...completing, at: { x: left, y: bottom }, chosen: null });
  };
  const accept = ({ from, choices }: Open, at: number): void => {
    const input = field.current;
    const choice = choices[at];
    if (!input || !choice) return;
    const caret = input.selectionStart ?? input.value.length;
    const text = input.value.slice(0, from) + choice.text + input.value.slice(caret);
    // At once: whoever types on in the same moment types behind it.
    flushSync(() => {
      setFilter({ filter: text });
    });
    input.setSelectionRange(from + choice.text.length, from + choice.text.length);
    if (choice.is === "key") look();
    else setOpen(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const count = open?.choices.length ?? 0;
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const from = open.chosen ?? (event.key === "ArrowDown" ? -1 : count);
      setOpen({ ...open, chosen: (from + (event.key === "ArrowDown" ? 1 : count - 1)) % count });
    } else if (!open && event.key === "ArrowDown") look();
    else if (open && open.chosen !== null && (event.key === "Enter" || event.key === "Tab")) accept(open, open.chosen);
    else if (event.key === "Enter") {
      setOpen(null);
      void goToMatch(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      if (open) setOpen(null);
      else if (filter === "") document.querySelector<HTMLElement>(".log")?.focus();
      else setFilter({ filter: "" });
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <label className={`field ${isWrong ? "is-wrong" : ""}`}>
      <Icon name="filter" small />
      <input
        ref={field}
        type="search"
        data-focus="filter"
        aria-label={t.log.filter}
        aria-invalid={isWrong}
        aria-describedby="filter-says"
        aria-autocomplete="list"
        aria-controls={open ? id : undefined}
        aria-activedescendant={open && open.chosen !== null ? `${id}-${String(open.chosen)}` : undefined}
        placeholder={isEvents ? t.log.filterExampleEvents : t.log.filterExample}
        spellCheck={false}
        autoComplete="off"
        value={filter}
        onChange={(event) => {
          setFilter({ filter: event.target.value });
          look();
        }}
        onBlur={() => {
          setOpen(null);
        }}
        onKeyDown={onKeyDown}
      />
      {open ? (
        <TopLayer at={open.at} role="listbox" id={id} label={texts?.completion.label ?? ""}>
          {open.choices.map(({ text, is, detail }, at) => (
            <div
              key={text + detail}
              id={`${id}-${String(at)}`}
              role="option"
              aria-selected={at === open.chosen}
              tabIndex={-1}
              ref={at === open.chosen ? scrollIn : undefined}
              // Before the field would lose the focus.
              onPointerDown={(event) => {
                event.preventDefault();
                accept(open, at);
              }}
            >
              <span className="mono cut grow">{text}</span>
              <small>{detail === "" ? texts?.completion[is] : detail}</small>
            </div>
          ))}
        </TopLayer>
      ) : null}
    </label>
  );
}

/** Names of events in the log, asked for when somebody is about to need them. */
function useEvents(isOpen: boolean): { readonly current: readonly string[] } {
  const session = useWorkbench(({ active }) => active);
  const events = useRef<readonly string[]>([]);
  useEffect(() => {
    let isCurrent = true;
    engine()
      .ask("events", { session })
      .then(
        (found) => {
          if (isCurrent) events.current = found.map(({ event }) => event);
        },
        () => undefined,
      );
    return () => {
      isCurrent = false;
    };
  }, [session, isOpen]);
  return events;
}
