import type { MillionRun } from "./million.ts";
import type { BoundedRun, RateRun, SteadyRun } from "./measure.ts";
import { median } from "./statistics.ts";

/** Everything that one bench measured, round by round. */
export interface Figures {
  readonly bare: readonly RateRun[];
  readonly app: readonly RateRun[];
  readonly steady: readonly SteadyRun[];
  readonly bounded: readonly BoundedRun[];
  readonly kinds: readonly KindRuns[];
  readonly millions: readonly MillionRun[];
  /** moments of the largest paint, ms */
  readonly paints: readonly number[];
}

/** Another kind of message than the budgets are about. */
export interface KindRuns {
  readonly name: string;
  readonly bare: readonly RateRun[];
  readonly app: readonly RateRun[];
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

const ratios = ({ app, bare }: Pick<Figures, "app" | "bare">): readonly number[] =>
  app.map(({ rate }, round) => rate / (bare[round]?.rate ?? Number.NaN));
const longest = (tasks: readonly number[]): number => Math.max(0, ...tasks);

type Figure = readonly [name: string, values: readonly number[], show: (value: number) => string];

function allFigures(figures: Figures): readonly Figure[] {
  const { bare, app, steady, bounded, millions, paints } = figures;
  const others = figures.kinds.flatMap((kind): readonly Figure[] => [
    [`${kind.name}: app, msg/s`, kind.app.map(({ rate }) => rate), whole],
    [`${kind.name}: app / bare page`, ratios(kind), fixed(2)],
  ]);
  return [
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
    ["of 200,000: rows of the log", bounded.map(({ rows }) => rows), whole],
    ...others,
    ["1,000,000: bytes of memory a message", millions.map(({ memory }) => memory), whole],
    ["1,000,000: rows of the log", millions.map(({ rows }) => rows), whole],
    ["1,000,000: filter by a text, ms", millions.map(({ substring }) => substring), whole],
    ["1,000,000: filter by a pattern, ms", millions.map(({ regex }) => regex), whole],
    ["1,000,000: longest task meanwhile, ms", millions.map(({ longestTask }) => longestTask), whole],
    ["1,000,000: any row by scrollbar, ms", millions.map(({ scroll }) => scroll), whole],
    ["largest paint, slow phone, ms", paints, whole],
  ];
}

/** One line a figure: its median, its range. */
export function table(figures: Figures): string {
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(40) : cell.padStart(at === 1 ? 10 : 24))).join("");
  return [
    line(["", "median", "range"]),
    ...allFigures(figures).map(([name, values, show]) =>
      line([name, show(median(values)), `${show(Math.min(...values))} – ${show(Math.max(...values))}`]),
    ),
  ].join("\n");
}

/** The same for a README. */
export function markdown(figures: Figures, machine: string): string {
  const rows = allFigures(figures).map(
    ([name, values, show]) =>
      `| ${name} | ${show(median(values))} | ${show(Math.min(...values))} – ${show(Math.max(...values))} |`,
  );
  return `${machine}\n\n| figure | median | range |\n| --- | ---: | ---: |\n${rows.join("\n")}\n`;
}

/** The budgets, judged by medians; what must never happen, by the worst round. */
export function verdicts(figures: Figures): readonly Verdict[] {
  const { app, steady, bounded, millions, paints } = figures;
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
    judge(
      "≤ 200 B of memory a message",
      millions.map(({ memory }) => memory),
      200,
      "B",
    ),
    judge(
      "a text in 1,000,000 ≤ 150 ms",
      millions.map(({ substring }) => substring),
      150,
      "ms",
    ),
    judge(
      "a pattern in 1,000,000 ≤ 250 ms",
      millions.map(({ regex }) => regex),
      250,
      "ms",
    ),
    judge(
      "no task > 100 ms meanwhile",
      millions.map(({ longestTask }) => longestTask),
      100,
      "ms",
    ),
    judge(
      "any row by scrollbar ≤ 100 ms",
      millions.map(({ scroll }) => scroll),
      100,
      "ms",
    ),
    judge("largest paint ≤ 1,500 ms, slow phone", paints, 1500, "ms"),
    { budget: "p95 frame ≤ 25 ms at 10,000 msg/s", measured: `${frame.toFixed(1)} ms`, isMet: frame <= 25 },
  ];
}

/** By the median of the rounds. */
function judge(budget: string, values: readonly number[], most: number, unit: string): Verdict {
  const middle = median(values);
  return { budget, measured: `${whole(middle)} ${unit}`, isMet: middle <= most };
}

export const verdictLine = ({ budget, measured, isMet }: Verdict): string =>
  `${isMet ? "met    " : "NOT MET"}  ${budget.padEnd(36)} ${measured}`;
