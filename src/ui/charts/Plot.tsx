import "uplot/dist/uPlot.min.css";
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from "react";
import UPlot from "uplot";
import { formatTime } from "../log/time.ts";
import { hearTouch } from "./hearTouch.ts";
import { readKey, spanOf, type Place } from "./plotKeys.ts";

export interface PlotLine {
  readonly label: string;
  /** A custom property that holds its colour. */
  readonly colour: `--sw-${string}`;
  readonly values: readonly number[];
}

interface PlotProps {
  readonly title: string;
  /** What is drawn, to those who do not see it. */
  readonly summary: string;
  /** Of the time in the legend. */
  readonly timeLabel: string;
  readonly height: number;
  /** Seconds since 1970. */
  readonly times: readonly number[];
  readonly lines: readonly PlotLine[];
  readonly format: (value: number) => string;
  /** A span was dragged over, in seconds since 1970. */
  readonly onSpan: (from: number, to: number) => void;
  /** What a place says, to those who do not see it. */
  readonly say: (time: string, values: readonly string[]) => string;
}

/** Narrower than this in px it was a click. */
const LEAST_DRAG = 4;
const AXIS = 64;
const FONT = 11;
/** Between two times on the axis, px. */
const LABEL = 110;

/** Time of day, with fractions where the marks are less than a second apart. @param at seconds since 1970 */
function clock(at: number, marks: readonly number[]): string {
  const [first = 0, second = 1] = marks;
  return formatTime(at * 1000, null).slice(0, second - first < 1 ? 12 : 8);
}

/**
 * Lines over time. The library draws on a canvas, by the colours of the theme, and hears the mouse; the
 * keys of a slider go through it as well, with Shift over a span.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/slider/
 */
export function Plot({ title, summary, timeLabel, height, times, lines, format, onSpan, say }: PlotProps) {
  const host = useRef<HTMLDivElement>(null);
  const drawn = useRef<UPlot | null>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const select = useEffectEvent(onSpan);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const style = getComputedStyle(element);
    const token = (name: string): string => style.getPropertyValue(name);
    const zoom = Number(token("--sw-zoom")) || 1;
    const axis = {
      stroke: token("--sw-text-2"),
      grid: { stroke: token("--sw-line"), width: 1 },
      ticks: { stroke: token("--sw-line"), width: 1 },
      font: `${String(FONT * zoom)}px ${style.fontFamily}`,
    };
    const plot = new UPlot(
      {
        width: element.clientWidth,
        height,
        legend: { show: true, live: true },
        cursor: { drag: { x: true, y: false, setScale: false } },
        axes: [
          { ...axis, space: LABEL * zoom, values: (_, splits) => splits.map((at) => clock(at, splits)) },
          { ...axis, size: AXIS * zoom, values: (_, values) => values.map(format) },
        ],
        series: [
          { label: timeLabel, value: (_, at) => (at === null ? "" : clock(at, [0, 0.001])) },
          ...lines.map((line) => ({
            label: line.label,
            stroke: token(line.colour),
            width: 1.5,
            points: { show: false },
            value: (_: unknown, value: number | null) => (value === null ? "" : format(value)),
          })),
        ],
        hooks: {
          setSelect: [
            (of) => {
              const { left, width } = of.select;
              if (width >= LEAST_DRAG) select(of.posToVal(left, "x"), of.posToVal(left + width, "x"));
            },
          ],
        },
      },
      [[...times], ...lines.map(({ values }) => [...values])],
      element,
    );
    drawn.current = plot;
    const forget = hearTouch(plot);
    const observer = new ResizeObserver(() => {
      plot.setSize({ width: element.clientWidth, height });
    });
    observer.observe(element);
    return () => {
      forget();
      observer.disconnect();
      plot.destroy();
      drawn.current = null;
    };
  }, [times, lines, height, format, timeLabel]);

  useEffect(() => {
    const plot = drawn.current;
    if (!plot) return;
    showPlace(plot, times, place);
  }, [place, times]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const asked = readKey(event, place, times.length);
    if (asked === null) return;
    event.preventDefault();
    // Escape lets go of a span first, and closes the dialog then.
    event.stopPropagation();
    setPlace(asked === "choose" ? null : asked);
    if (asked === "choose" && place !== null) onSpan(...spanOf(times, place));
  };
  const at = place?.at ?? null;
  const values = at === null ? [] : lines.map((line) => `${line.label} ${format(line.values[at] ?? 0)}`);
  const where = place === null ? [] : spanOf(times, place).map((time) => clock(time, [0, 0.001]));
  return (
    <div
      ref={host}
      role="slider"
      tabIndex={0}
      aria-label={title}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, times.length - 1)}
      aria-valuenow={at ?? 0}
      aria-valuetext={place === null ? summary : say(where.join(" – "), values)}
      className="plot"
      onKeyDown={onKeyDown}
      onBlur={() => {
        setPlace(null);
      }}
    />
  );
}

/** The library's cursor stands there, and its selection covers the span, without being heard of as one. */
function showPlace(plot: UPlot, times: readonly number[], place: Place | null): void {
  const { clientHeight: height } = plot.over;
  if (place === null) {
    plot.setCursor({ left: -10, top: -10 });
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    return;
  }
  const left = (of: number): number => plot.valToPos(times[of] ?? 0, "x");
  plot.setCursor({ left: left(place.at), top: height / 2 });
  const from = left(Math.min(place.at, place.anchor));
  const width = place.at === place.anchor ? 0 : left(Math.max(place.at, place.anchor)) - from;
  plot.setSelect({ left: from, top: 0, width, height }, false);
}
