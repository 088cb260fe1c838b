import "../styles/charts.css";
import { useEffect, useMemo, useState } from "react";
import { histogram, quantile, type Series, type Steps } from "../../core/log/series.ts";
import { formatCount, formatSize, formatSpan } from "../../i18n/format.ts";
import type { LogTexts } from "../../i18n/log/logTexts.ts";
import { engine } from "../../state/engine.ts";
import { filterOf, filterToSpan } from "../../state/log.ts";
import { useTab, useWorkbench } from "../../state/workbench.ts";
import { useLogTexts } from "../log/useLogTexts.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Rich } from "../parts/Rich.tsx";
import { useText } from "../text.ts";
import { Plot, type PlotLine } from "./Plot.tsx";

const HEIGHT = 150;

/** The traffic of the log over time, and how long answers took. Drawn when asked for, of what the filter lets through. */
export function ChartsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const texts = useLogTexts();
  const session = useWorkbench(({ active }) => active);
  const filter = useTab(filterOf);
  const [turn, setTurn] = useState(0);
  const [series, setSeries] = useState<Series | null | "reading">("reading");
  useEffect(() => {
    let isCurrent = true;
    engine()
      .ask("series", { session, filter })
      .then(
        (read) => {
          if (isCurrent) setSeries(read);
        },
        () => undefined,
      );
    return () => {
      isCurrent = false;
    };
  }, [session, filter, turn]);
  if (!texts) return null;
  return (
    <Dialog title={texts.charts.label} closeLabel={t.app.close} width={860} onClose={onClose}>
      <div className="charts">
        <p className="hint flex items-center gap-3">
          <span className="grow">
            <Rich text={texts.charts.hint} /> {filter.trim() === "" ? "" : texts.charts.filtered}{" "}
            {filter.trim() === "" ? null : <span className="mono">{filter}</span>}
          </span>
          <button
            type="button"
            className="btn"
            onClick={() => {
              setTurn(turn + 1);
            }}
          >
            {texts.charts.refresh}
          </button>
        </p>
        {series === "reading" ? null : series === null ? (
          <p className="blank">{texts.charts.none}</p>
        ) : (
          <Charts series={series} texts={texts} />
        )}
      </div>
    </Dialog>
  );
}

const perSecond = (width: number) => (values: Float64Array) => Array.from(values, (value) => (value * 1000) / width);

function Charts({ series, texts }: { readonly series: Series; readonly texts: LogTexts }) {
  const { comma, colon } = useText().app;
  const { from, width, sent, received, roundTrips } = series;
  const drawn = useMemo(() => {
    const rate = perSecond(width);
    const times = Array.from(sent.count, (_, at) => (from + (at + 0.5) * width) / 1000);
    const lines = (read: (steps: Steps) => readonly number[]): readonly PlotLine[] => [
      { label: texts.charts.received, colour: "--sw-received", values: read(received) },
      { label: texts.charts.sent, colour: "--sw-sent", values: read(sent) },
    ];
    return {
      times,
      rate: lines(({ count }) => rate(count)),
      bytes: lines(({ bytes }) => rate(bytes)),
      size: lines(({ largest }) => [...largest]),
    };
  }, [from, width, sent, received, texts]);
  const onSpan = (start: number, end: number): void => {
    filterToSpan(start * 1000, end * 1000);
  };
  const plots = [
    { title: texts.charts.rate, lines: drawn.rate, format: formatRate },
    { title: texts.charts.bytes, lines: drawn.bytes, format: formatSize },
    { title: texts.charts.size, lines: drawn.size, format: formatSize },
  ];
  return (
    <>
      {plots.map(({ title, lines, format }) => (
        <section key={title}>
          <h3>{title}</h3>
          <Plot
            title={title}
            summary={lines.map((line) => peak(line, format)).join(comma)}
            timeLabel={texts.charts.time}
            height={HEIGHT}
            times={drawn.times}
            lines={lines}
            format={format}
            onSpan={onSpan}
            say={(time, values) => `${time}${colon}${values.join(comma)}`}
          />
        </section>
      ))}
      <section>
        <h3>{texts.charts.roundTrips}</h3>
        {roundTrips.length === 0 ? (
          <p className="hint">{texts.charts.noRoundTrips}</p>
        ) : (
          <RoundTrips values={roundTrips} texts={texts} />
        )}
      </section>
    </>
  );
}

const formatRate = (rate: number): string =>
  rate < 10 ? String(Number(rate.toFixed(1))) : formatCount(Math.round(rate));

/** The peak of a line, for those who do not see the picture. */
const peak = ({ label, values }: PlotLine, format: (value: number) => string): string =>
  `${label} ≤ ${format(values.reduce((most, value) => Math.max(most, value), 0))}`;

function RoundTrips({ values, texts }: { readonly values: Float64Array; readonly texts: LogTexts }) {
  const at = (share: number): string => formatSpan(quantile(values, share));
  const bars = histogram(values);
  const most = Math.max(...bars.map(({ count }) => count));
  return (
    <>
      <p>
        <Rich text={texts.charts.percentiles(at(0.5), at(0.95), at(0.99), values.length)} />
      </p>
      <table className="bars">
        <tbody>
          {bars.map(({ from, to, count }) => (
            <tr key={from}>
              <th scope="row" className="mono">
                {Number.isFinite(to) ? `< ${formatSpan(to)}` : `≥ ${formatSpan(from)}`}
              </th>
              <td className="bar-room">
                <meter min={0} max={most} value={count} aria-label={formatCount(count)} />
              </td>
              <td className="mono">{formatCount(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
