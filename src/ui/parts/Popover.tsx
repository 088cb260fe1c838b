import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from "react";

interface PopoverProps {
  /** The accessible name of what opens; its heading too, unless there is none. */
  readonly label: string;
  readonly button: ReactNode;
  readonly buttonClass: string;
  readonly buttonLabel?: string;
  readonly width?: number;
  readonly hasHeading?: boolean;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

const GAP = 4;
const MARGIN = 8;

/** Puts the popover under its button, or above where there is no room, and never out of the window. */
function place(popover: HTMLElement, button: HTMLElement, width: number): void {
  const from = button.getBoundingClientRect();
  const wide = Math.min(width, innerWidth - 2 * MARGIN);
  const height = popover.offsetHeight;
  const below = from.bottom + GAP;
  const fits = below + height + MARGIN <= innerHeight || from.top - GAP - height < MARGIN;
  popover.style.width = `${String(wide)}px`;
  popover.style.left = `${String(Math.max(MARGIN, Math.min(from.left, innerWidth - wide - MARGIN)))}px`;
  popover.style.top = `${String(fits ? Math.min(below, Math.max(MARGIN, innerHeight - height - MARGIN)) : from.top - GAP - height)}px`;
}

/** A button that opens a small panel: Escape or a click outside closes it, by the platform's own popover. */
export function Popover({
  label,
  button,
  buttonClass,
  buttonLabel,
  width = 320,
  hasHeading = true,
  children,
}: PopoverProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const opener: RefObject<HTMLButtonElement | null> = useRef(null);
  const panel: RefObject<HTMLDivElement | null> = useRef(null);
  // What it holds may come a moment later, and grow.
  useEffect(() => {
    const [popover, anchor] = [panel.current, opener.current];
    if (!isOpen || !popover || !anchor) return;
    const put = (): void => {
      place(popover, anchor, width);
    };
    put();
    const watcher = new ResizeObserver(put);
    watcher.observe(popover);
    return () => {
      watcher.disconnect();
    };
  }, [isOpen, width]);
  const close = (): void => {
    document.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.hidePopover();
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        className={buttonClass}
        popoverTarget={id}
        aria-label={buttonLabel}
        title={buttonLabel}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
      >
        {button}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className="pop"
        onToggle={(event) => {
          const opens = event.newState === "open";
          setOpen(opens);
          if (!opens) return;
          requestAnimationFrame(() => {
            panel.current?.querySelector<HTMLElement>("input, textarea, select, button")?.focus();
          });
        }}
      >
        {isOpen && hasHeading ? <div className="pop-h">{label}</div> : null}
        {isOpen ? (typeof children === "function" ? children(close) : children) : null}
      </div>
    </>
  );
}
