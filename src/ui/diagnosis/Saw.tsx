import type { Fact } from "../../core/explain/finding.ts";
import { idleGap, isSameGap } from "../../core/explain/idle.ts";
import { codeOf } from "../../core/session/session.ts";
import type { Evidence, Step } from "../../core/session/evidence.ts";
import { formatSize, formatSpan } from "../../i18n/format.ts";
import type { ExplainTexts } from "../../i18n/explain/explainTexts.ts";
import { Rich } from "../parts/Rich.tsx";
import { useText, endingText } from "../text.ts";
import { visible } from "../visible.ts";
import { fill, type Reading } from "./reading.ts";

/** The evidence: when what happened, the facts behind the verdict, and what was ruled out. */
export function Saw({ reading, texts }: { readonly reading: Reading; readonly texts: ExplainTexts }) {
  const t = useText();
  const { evidence, top, diagnosis, place } = reading;
  const { panel } = texts;
  return (
    <section className="dsec">
      <h3>{panel.saw}</h3>
      <div>
        <Timeline steps={evidence.steps} texts={texts} />
        <ul className="dx-because">
          {top.because.map((fact) => (
            <li key={JSON.stringify(fact)}>
              <Rich text={visible(factText(texts, fact))} />
            </li>
          ))}
        </ul>
        <dl className="df">
          <Pair name={panel.close} isWide>
            <Rich text={visible(endingText(t, evidence.ending.cause))} />
          </Pair>
          <Pair name={panel.page}>
            <span className="mono">{evidence.page.origin}</span>
          </Pair>
          <Pair name={panel.browser}>
            {texts.browsers[evidence.browser.engine]} {evidence.browser.version}
          </Pair>
          <Traffic evidence={evidence} texts={texts} />
          {evidence.usedUrl !== null && evidence.usedUrl !== evidence.url && evidence.protocol === "websocket" ? (
            <Pair name={panel.used} isWide>
              <span className="mono">{evidence.usedUrl}</span>
            </Pair>
          ) : null}
          <Pair name={panel.ruledOut} isWide>
            {diagnosis.ruledOut.length === 0 ? (
              panel.none
            ) : (
              <details>
                <summary>{panel.causes(diagnosis.ruledOut.length)}</summary>
                <ul className="text-text-2">
                  {diagnosis.ruledOut.map((cause) => (
                    <li key={cause}>
                      <Rich text={fill(texts.causes[cause].short, place)} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </Pair>
        </dl>
      </div>
    </section>
  );
}

export const factText = (texts: ExplainTexts, fact: Fact): string =>
  (texts.facts as Readonly<Record<string, (given: Fact) => string>>)[fact.fact]?.(fact) ?? fact.fact;

interface PairProps {
  readonly name: string;
  readonly isWide?: boolean;
  readonly children: React.ReactNode;
}

function Pair({ name, isWide = false, children }: PairProps) {
  return (
    <div className={isWide ? "w" : ""}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Only of a connection that was open: before, there is none. */
function Traffic({ evidence, texts }: { readonly evidence: Evidence; readonly texts: ExplainTexts }) {
  const { panel } = texts;
  const { sent, received, earlier, ending } = evidence;
  const gap = idleGap(evidence);
  const code = codeOf(ending.cause);
  const same = earlier.filter(
    (one) =>
      one.opened === ending.opened &&
      one.code === code &&
      (gap === null || (one.silence !== null && isSameGap(one.silence, gap))),
  ).length;
  return (
    <>
      {ending.opened ? (
        <Pair name={panel.traffic}>
          <span className="mono">
            {panel.trafficOf(sent.count, formatSize(sent.size), received.count, formatSize(received.size))}
          </span>
        </Pair>
      ) : null}
      {gap === null ? null : (
        <Pair name={panel.silence}>
          <span className="mono">{formatSpan(gap)}</span>
        </Pair>
      )}
      {earlier.length > 0 ? <Pair name={panel.earlier}>{panel.earlierOf(earlier.length, same)}</Pair> : null}
    </>
  );
}

const BAD: ReadonlySet<Step["what"]> = new Set([
  "error",
  "close",
  "connect_error",
  "disconnect",
  "upgrade-error",
  "gave-up",
]);

interface TimelineProps {
  readonly steps: readonly Step[];
  readonly texts: ExplainTexts;
}

/** Steps in the order of their time, each with its moment. */
function Timeline({ steps, texts }: TimelineProps) {
  const label = (step: Step): string =>
    `${formatSpan(step.at)} ${texts.steps[step.what]}${step.detail === "" ? "" : ` ${step.detail}`}`;
  if (steps.length === 0) return null;
  return (
    <div className="tl" role="img" aria-label={steps.map(label).join(", ")}>
      <div className="tl-steps">
        {steps.map((step, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- steps never change their place
          <span key={at} className={BAD.has(step.what) ? "bad" : ""}>
            <span className="text-text-2">{formatSpan(step.at)}</span> {texts.steps[step.what]} {visible(step.detail)}
          </span>
        ))}
      </div>
    </div>
  );
}
