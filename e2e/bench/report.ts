import type { BoundedRun, RateRun, SteadyRun } from "./measure.ts";
import { median } from "./statistics.ts";

/** Everything that one bench measured, round by round. */
export interface Figures {
  readonly bare: readonly RateRun[];
  readonly app: readonly RateRun[];
  readonly steady: readonly SteadyRun[];
  readonly bounded: readonly BoundedRun[];
}

export interface Verdict {
  readonly budget: string;
  readonly measured: string;
  readonly isMet: boolean;
}

/** The app's own entries beside the messages: connecting, open, closed. */
const ownRows = 10;

const whole = (value: number): string => Math.round(value).toLocaleString("en-US");
const fixed = (digits: number) => (value: number) => value.toFixed(digits);
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

const ratios = ({ app, bare }: Figures): readonly number[] =>
  app.map(({ rate }, round) => rate / (bare[round]?.rate ?? Number.NaN));
const longest = (tasks: readonly number[]): number => Math.max(0, ...tasks);

/** One line a figure: its median, its range, how many rounds. */
export function table(figures: Figures): string {
  const { bare, app, steady, bounded } = figures;
  const rows: readonly (readonly [string, readonly number[], (value: number) => string])[] = [
    ["bare page, msg/s", bare.map(({ rate }) => rate), whole],
    ["app, msg/s", app.map(({ rate }) => rate), whole],
    ["app / bare page", ratios(figures), fixed(2)],
    ["longest task at full speed, ms", app.map(({ longTasks }) => longest(longTasks)), whole],
    ["longest task while connecting, ms", app.map(({ startTasks }) => longest(startTasks)), whole],
    ["at 10,000 msg/s: rate reached", steady.map(({ rate }) => rate), whole],
    ["at 10,000 msg/s: main thread busy", steady.map(({ busy }) => busy), percent],
    ["the same in processor time", steady.map(({ cpu }) => cpu), percent],
    ["at 10,000 msg/s: p95 frame, ms", steady.map(({ frame }) => frame), fixed(1)],
    ["of 200,000: received", bounded.map(({ received }) => received), whole],
    ["of 200,000: rows of the log", bounded.map(({ rows: count }) => count), whole],
  ];
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(36) : cell.padStart(at === 1 ? 10 : 24))).join("");
  return [
    line(["", "median", "range"]),
    ...rows.map(([name, values, show]) =>
      line([name, show(median(values)), `${show(Math.min(...values))} – ${show(Math.max(...values))}`]),
    ),
  ].join("\n");
}

/** The budgets, judged by medians; what must never happen, by the worst round. */
export function verdicts(figures: Figures): readonly Verdict[] {
  const { app, steady, bounded } = figures;
  const ratio = median(ratios(figures));
  const tasks = app.flatMap(({ longTasks }) => longTasks).filter((duration) => duration > 100);
  const lost = bounded.filter(({ sent, received }) => received !== sent);
  const wrongRows = bounded.filter(({ sent, rows }) => rows < sent || rows > sent + ownRows);
  const rate = median(steady.map((run) => run.rate));
  const busy = median(steady.map((run) => run.busy));
  const frame = median(steady.map((run) => run.frame));
  return [
    { budget: "receives ≥ 0.90 of a bare page", measured: ratio.toFixed(2), isMet: ratio >= 0.9 },
    { budget: "no task > 100 ms at full speed", measured: `${tasks.length} tasks`, isMet: tasks.length === 0 },
    { budget: "loses none of 200,000 messages", measured: `${lost.length} runs lost some`, isMet: lost.length === 0 },
    { budget: "and has a row for each", measured: `${wrongRows.length} runs had not`, isMet: wrongRows.length === 0 },
    { budget: "keeps up with 10,000 msg/s", measured: whole(rate), isMet: rate >= 9700 },
    { budget: "≤ 25 % busy at 10,000 msg/s", measured: percent(busy), isMet: busy <= 0.25 },
    { budget: "p95 frame ≤ 25 ms at 10,000 msg/s", measured: `${frame.toFixed(1)} ms`, isMet: frame <= 25 },
  ];
}

export const verdictLine = ({ budget, measured, isMet }: Verdict): string =>
  `${isMet ? "met    " : "NOT MET"}  ${budget.padEnd(36)} ${measured}`;
