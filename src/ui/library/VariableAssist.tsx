import "../styles/library.css";
import { useEffect, useEffectEvent, useId, useState } from "react";
import { GENERATED, mentionedVariables } from "../../core/profile/template.ts";
import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { effective, environmentOf } from "../../state/effective.ts";
import { activeTab, workbench } from "../../state/workbench.ts";
import { scrollIn, TopLayer } from "../parts/TopLayer.tsx";
import { fieldOf } from "./assistField.ts";
import { useLibraryTexts } from "./useLibraryTexts.ts";

/** What `{{` and the letters after it may become. */
interface Choice {
  readonly name: string;
  /** As it may be shown. */
  readonly value: string;
  readonly from: string;
}

interface Open {
  readonly field: NonNullable<ReturnType<typeof fieldOf>>;
  readonly at: { readonly x: number; readonly y: number };
  readonly choices: readonly Choice[];
  readonly chosen: number;
}

const BEGUN = /\{\{\s*(\$?[^\s{}]*)$/u;
/** The pointer rests this long before values are shown, ms. */
const REST = 350;
const MASK = "••••••••";

function choicesOf(texts: LibraryTexts): readonly Choice[] {
  const tab = activeTab(workbench());
  const own = tab.profile.variables.length;
  const shared = environmentOf(tab)?.name ?? "";
  const seen = new Set<string>();
  const all = effective(tab).variables;
  const named = all.flatMap(({ name, value, secret }, at): readonly Choice[] => {
    // An empty one leaves its name to the next that has a value.
    const isLeft = value === "" && all.some((one, later) => later > at && one.name === name && one.value !== "");
    if (name === "" || isLeft || seen.has(name)) return [];
    seen.add(name);
    return [{ name, value: secret && value !== "" ? MASK : value, from: at < own ? texts.assist.own : shared }];
  });
  return [...named, ...GENERATED.map((name) => ({ name, value: "", from: texts.assist.generated }))];
}

/**
 * Completes `{{names}}` wherever a variable can stand, and shows what they stand for. One for all
 * fields: a field needs to know nothing of it.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function VariableAssist() {
  const texts = useLibraryTexts();
  const [open, setOpen] = useState<Open | null>(null);
  const id = useId();
  const accept = ({ field, choices }: Open, at: number): void => {
    const name = choices[at]?.name;
    setOpen(null);
    // The caret may have moved since.
    const typed = BEGUN.exec(field.beforeCaret())?.[1];
    if (typed === undefined) return;
    // The braces may be there already, where a name is changed.
    const end = field.afterCaret().startsWith("}}") ? "" : "}}";
    if (name !== undefined) field.complete(name + end, typed.length);
  };
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (!open || event.isComposing) return;
    const count = open.choices.length;
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: count - 1 };
    const step = steps[event.key];
    const isEnter = event.key === "Enter" && !event.ctrlKey && !event.metaKey;
    if (step !== undefined) setOpen({ ...open, chosen: (open.chosen + step) % count });
    else if (isEnter || event.key === "Tab") accept(open, open.chosen);
    else if (event.key === "Escape") setOpen(null);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  });

  /** A caret that leaves the name closes the list. */
  const onMove = useEffectEvent((): void => {
    if (open && !BEGUN.test(open.field.beforeCaret())) setOpen(null);
  });

  useEffect(() => {
    if (texts === null) return;
    const look = (event: Event): void => {
      const field = fieldOf(event.target);
      const typed = field ? BEGUN.exec(field.beforeCaret())?.[1] : undefined;
      const at = typed === undefined ? null : (field?.caretPoint() ?? null);
      if (!field || typed === undefined || !at) {
        setOpen(null);
        return;
      }
      const wanted = typed.toLowerCase();
      const begins = ({ name }: Choice): boolean => name.toLowerCase().startsWith(wanted);
      const choices = choicesOf(texts)
        .filter(({ name }) => name.toLowerCase().includes(wanted))
        .toSorted((one, other) => Number(begins(other)) - Number(begins(one)));
      setOpen(choices.length === 0 ? null : { field, at, choices, chosen: 0 });
    };
    // After the editor has taken in what was typed.
    const onInput = (event: Event): void => {
      if (event instanceof InputEvent && event.inputType === "insertReplacementText") return;
      queueMicrotask(() => {
        look(event);
      });
    };
    const press = (event: KeyboardEvent): void => {
      onKey(event);
    };
    const close = (): void => {
      setOpen(null);
    };
    document.addEventListener("input", onInput);
    addEventListener("keydown", press, true);
    const move = (): void => {
      onMove();
    };
    document.addEventListener("selectionchange", move);
    document.addEventListener("focusout", close);
    addEventListener("resize", close);
    return () => {
      document.removeEventListener("input", onInput);
      removeEventListener("keydown", press, true);
      document.removeEventListener("selectionchange", move);
      document.removeEventListener("focusout", close);
      removeEventListener("resize", close);
    };
  }, [texts]);

  // The field with the focus says what is chosen in the list.
  useEffect(() => {
    const element = open?.field.element;
    if (!element) return;
    element.setAttribute("aria-autocomplete", "list");
    element.setAttribute("aria-controls", id);
    element.setAttribute("aria-activedescendant", `${id}-${String(open.chosen)}`);
    return () => {
      for (const name of ["aria-autocomplete", "aria-controls", "aria-activedescendant"]) element.removeAttribute(name);
    };
  }, [open, id]);

  if (texts === null) return null;
  if (open === null) return <Values texts={texts} />;
  return (
    <TopLayer at={open.at} role="listbox" id={id} label={texts.assist.label}>
      {open.choices.map(({ name, value, from }, at) => (
        <div
          key={name}
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
          <span className="mono">{name}</span>
          <span className="mono cut grow text-text-2">{value}</span>
          <small>{from}</small>
        </div>
      ))}
    </TopLayer>
  );
}

/** What the variables of the field under the pointer stand for. */
function Values({ texts }: { readonly texts: LibraryTexts }) {
  const [tip, setTip] = useState<{ readonly at: Open["at"]; readonly rows: readonly Choice[] } | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      setTip(null);
    };
    const look = ({ target, clientX }: PointerEvent): void => {
      const field = fieldOf(target);
      if (timer !== null) clearTimeout(timer);
      timer = null;
      if (!field) {
        setTip(null);
        return;
      }
      timer = setTimeout(() => {
        const known = new Map(choicesOf(texts).map((choice) => [choice.name, choice]));
        const rows = mentionedVariables(field.text()).map(
          (name): Choice => known.get(name) ?? { name, value: "", from: texts.assist.noValue },
        );
        const { bottom } = field.element.getBoundingClientRect();
        setTip(rows.length === 0 ? null : { at: { x: clientX, y: bottom }, rows });
      }, REST);
    };
    document.addEventListener("pointermove", look);
    document.addEventListener("keydown", stop);
    document.addEventListener("pointerdown", stop);
    return () => {
      stop();
      document.removeEventListener("pointermove", look);
      document.removeEventListener("keydown", stop);
      document.removeEventListener("pointerdown", stop);
    };
  }, [texts]);
  if (tip === null) return null;
  return (
    <TopLayer at={tip.at} role="tooltip">
      {tip.rows.map(({ name, value, from }) => (
        <div key={name} className="flex items-center gap-2">
          <span className="mono">{name}</span>
          <span className="mono cut grow text-text-2">{value === "" ? "" : `= ${value}`}</span>
          <small>{from}</small>
        </div>
      ))}
    </TopLayer>
  );
}
