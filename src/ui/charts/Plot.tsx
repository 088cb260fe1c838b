import "uplot/dist/uPlot.min.css";
import { useEffect, useEffectEvent, useRef } from "react";
import UPlot from "uplot";
import { formatTime } from "../log/time.ts";

export interface PlotLine {
  readonly label: string;
  /** A custom property that holds its colour. */
  readonly colour: `--sw-${string}`;
  readonly values: readonly number[];
}

interface PlotProps {
  /** Says what is drawn, to those who do not see it. */
  readonly label: string;
  /** Of the time in the legend. */
  readonly timeLabel: string;
  readonly height: number;
  /** Seconds since 1970. */
  readonly times: readonly number[];
  readonly lines: readonly PlotLine[];
  readonly format: (value: number) => string;
  /** A span was dragged over, in seconds since 1970. */
  readonly onSpan: (from: number, to: number) => void;
}

/** Narrower than this in px it was a click. */
const LEAST_DRAG = 4;
const AXIS = 64;
/** Between two times on the axis, px. */
const LABEL = 110;

/** Time of day, with fractions where the marks are less than a second apart. @param at seconds since 1970 */
function clock(at: number, marks: readonly number[]): string {
  const [first = 0, second = 1] = marks;
  return formatTime(at * 1000, null).slice(0, second - first < 1 ? 12 : 8);
}

/** Lines over time. The library draws on a canvas, by the colours of the theme. */
export function Plot({ label, timeLabel, height, times, lines, format, onSpan }: PlotProps) {
  const host = useRef<HTMLDivElement>(null);
  const select = useEffectEvent(onSpan);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const style = getComputedStyle(element);
    const colour = (name: string): string => style.getPropertyValue(name);
    const axis = {
      stroke: colour("--sw-text-2"),
      grid: { stroke: colour("--sw-line"), width: 1 },
      ticks: { stroke: colour("--sw-line"), width: 1 },
      font: `11px ${style.fontFamily}`,
    };
    const plot = new UPlot(
      {
        width: element.clientWidth,
        height,
        legend: { show: true, live: true },
        cursor: { drag: { x: true, y: false, setScale: false } },
        axes: [
          { ...axis, space: LABEL, values: (_, splits) => splits.map((at) => clock(at, splits)) },
          { ...axis, size: AXIS, values: (_, values) => values.map(format) },
        ],
        series: [
          { label: timeLabel, value: (_, at) => (at === null ? "" : clock(at, [0, 0.001])) },
          ...lines.map((line) => ({
            label: line.label,
            stroke: colour(line.colour),
            width: 1.5,
            points: { show: false },
            value: (_: unknown, value: number | null) => (value === null ? "" : format(value)),
          })),
        ],
        hooks: {
          setSelect: [
            (drawn) => {
              const { left, width } = drawn.select;
              if (width >= LEAST_DRAG) select(drawn.posToVal(left, "x"), drawn.posToVal(left + width, "x"));
            },
          ],
        },
      },
      [[...times], ...lines.map(({ values }) => [...values])],
      element,
    );
    const observer = new ResizeObserver(() => {
      plot.setSize({ width: element.clientWidth, height });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [times, lines, height, format, timeLabel]);
  return <div ref={host} role="img" aria-label={label} className="plot" />;
}
