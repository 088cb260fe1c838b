import { useRef, type KeyboardEvent, type PointerEvent } from "react";

interface SplitterProps {
  readonly label: string;
  /** "horizontal": the line lies, and what is below it changes its height. */
  readonly orientation: "horizontal" | "vertical";
  /** The panel stands before the edge, not behind it. */
  readonly isBefore?: boolean;
  readonly size: number;
  readonly min: number;
  readonly max: number;
  readonly normal: number;
  readonly onResize: (size: number) => void;
}

const STEP = 24;

/** The edge of a panel at the end of its row or column, or at its beginning: dragged, moved by arrow keys, set back by a double click. */
export function Splitter({ label, orientation, isBefore = false, size, min, max, normal, onResize }: SplitterProps) {
  const drag = useRef<{ from: number; size: number } | null>(null);
  const isLying = orientation === "horizontal";
  const sign = isBefore ? -1 : 1;
  const set = (wanted: number): void => {
    onResize(Math.round(Math.max(min, Math.min(max, wanted))));
  };
  const move = (event: PointerEvent): void => {
    if (!drag.current) return;
    const at = isLying ? event.clientY : event.clientX;
    set(drag.current.size + sign * (drag.current.from - at));
  };
  const step = (event: KeyboardEvent): void => {
    const larger = isLying ? "ArrowUp" : "ArrowLeft";
    const smaller = isLying ? "ArrowDown" : "ArrowRight";
    if (event.key !== larger && event.key !== smaller) return;
    event.preventDefault();
    set(size + sign * (event.key === larger ? STEP : -STEP));
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a separator with a value is a widget, WAI-ARIA 1.2
    <div
      role="separator"
      className="splitter"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={size}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: isLying ? event.clientY : event.clientX, size };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        drag.current = null;
      }}
      onDoubleClick={() => {
        set(normal);
      }}
      onKeyDown={step}
    />
  );
}
