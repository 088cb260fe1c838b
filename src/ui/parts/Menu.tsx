import { useEffect, useRef, type KeyboardEvent } from "react";

export interface MenuItem {
  readonly text: string;
  /** Shown beside it; the key itself is the list's. */
  readonly keys?: string;
  readonly isDisabled?: boolean;
  readonly isDangerous?: boolean;
  readonly act: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly at: { readonly x: number; readonly y: number };
  /** Groups, with a line between them. */
  readonly groups: readonly (readonly MenuItem[])[];
  readonly onClose: () => void;
}

const MARGIN = 8;

/** A menu at a point of the window. @see https://www.w3.org/WAI/ARIA/apg/patterns/menu/ */
export function Menu({ label, at, groups, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = menu.current;
    if (!element) return;
    const before = document.activeElement;
    element.showPopover();
    const { offsetWidth, offsetHeight } = element;
    element.style.left = `${String(Math.max(MARGIN, Math.min(at.x, innerWidth - offsetWidth - MARGIN)))}px`;
    element.style.top = `${String(Math.max(MARGIN, Math.min(at.y, innerHeight - offsetHeight - MARGIN)))}px`;
    element.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    return () => {
      if (before instanceof HTMLElement && element.contains(document.activeElement)) before.focus();
    };
  }, [at]);
  const step = (event: KeyboardEvent<HTMLDivElement>): void => {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    const here = items.findIndex((item) => item === document.activeElement);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: -1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      menu.current?.hidePopover();
    } else if (to !== undefined) {
      event.preventDefault();
      items.at(to % items.length)?.focus();
    }
    event.stopPropagation();
  };
  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      className="pop menu"
      onKeyDown={step}
      onToggle={(event) => {
        if (event.newState === "closed") onClose();
      }}
    >
      {groups.map((items, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- groups have no names, and never change while shown
        <div key={place} role="group" className="menu-g">
          {items.map(({ text, keys, isDisabled = false, isDangerous = false, act }) => (
            <button
              key={text}
              type="button"
              role="menuitem"
              className={`menu-i ${isDangerous ? "text-trouble" : ""}`}
              disabled={isDisabled}
              tabIndex={-1}
              onClick={() => {
                menu.current?.hidePopover();
                act();
              }}
            >
              <span className="grow">{text}</span>
              {keys === undefined ? null : (
                <span className="kbd" aria-hidden="true">
                  {keys}
                </span>
              )}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
