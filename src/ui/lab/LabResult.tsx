import type { ConnectAnalysis } from "../../core/csp/analyseConnect.ts";
import { ENGINES, type PolicyEngine } from "../../core/csp/case.ts";
import type { Fix } from "../../core/csp/fixes.ts";
import type { LabTexts } from "../../i18n/lab/labTexts.ts";
import { editCase, useLab } from "../../state/lab.ts";
import { Icon } from "../parts/Icon.tsx";
import { RadioBar } from "../parts/RadioBar.tsx";
import { Rich } from "../parts/Rich.tsx";
import { useText } from "../text.ts";
import { Directives } from "./Directives.tsx";
import { headlineOf, seesOf, whyOf } from "./labWords.ts";
import { LiveCheck } from "./LiveCheck.tsx";
import type { Analyses } from "./Lab.tsx";

interface LabResultProps {
  readonly texts: LabTexts;
  readonly analyses: Analyses;
}

/** What each engine does, why, and what would change it. */
export function LabResult({ texts, analyses }: LabResultProps) {
  const t = useText();
  const engine = useLab((state) => state.engine);
  const analysis = analyses[engine];
  const headline = headlineOf(texts, analysis);
  return (
    <div
      className="labout"
      role="region"
      aria-label={texts.verdict}
      data-allowed={analysis.allowed}
      data-by={analysis.by}
    >
      <p className="vh" role="status">
        {`${texts.engines[engine]}${t.app.colon}${headline.replaceAll("`", "")}`}
      </p>
      <div className="dx-head">
        <div className="dx-title">
          <span className={`mark ${analysis.allowed ? "mark-open" : "mark-failed"}`} />
          <h2>
            <Rich text={headline} />
          </h2>
          <RadioBar<PolicyEngine>
            label={texts.engine}
            value={engine}
            options={ENGINES.map((value) => ({ value, text: texts.engines[value] }))}
            onChange={(chosen) => {
              useLab.setState({ engine: chosen });
            }}
          />
        </div>
        {whyOf(texts, analysis).map((why) => (
          <p key={why} className="dx-why">
            <Rich text={why} />
          </p>
        ))}
      </div>
      <Engines texts={texts} analyses={analyses} />
      <Fixes texts={texts} analysis={analysis} />
      <Warnings texts={texts} analysis={analysis} />
      <LiveCheck texts={texts} />
      <Directives texts={texts} />
    </div>
  );
}

function Engines({ texts, analyses }: LabResultProps) {
  const one = useLab((state) => state.one);
  return (
    <section className="dsec">
      <h3>{texts.allEngines}</h3>
      <div>
        <table className="lab-table">
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">{texts.engine}</span>
              </th>
              <th scope="col">{texts.verdict}</th>
              <th scope="col">{texts.sees.title}</th>
            </tr>
          </thead>
          <tbody>
            {ENGINES.map((engine) => (
              <tr key={engine} data-engine={engine}>
                <th scope="row">{texts.engines[engine]}</th>
                <td className={analyses[engine].allowed ? "is-allowed" : "is-blocked"}>
                  <Icon name={analyses[engine].allowed ? "good" : "bad"} small />
                  {analyses[engine].allowed ? texts.allowed : texts.blocked}
                </td>
                <td>
                  <Rich text={seesOf(texts, analyses[engine], engine, one)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface PartProps {
  readonly texts: LabTexts;
  readonly analysis: ConnectAnalysis;
}

function Fixes({ texts, analysis }: PartProps) {
  if (analysis.fixes.length === 0) return null;
  return (
    <section className="dsec" aria-label={texts.fixes}>
      <h3>{texts.fixes}</h3>
      <ul className="lab-list">
        {analysis.fixes.map((fix) => (
          <li key={`${fix.kind} ${fix.text} ${fix.targetUrl} ${fix.policies.map(({ text }) => text).join()}`}>
            <span>
              <Rich text={texts.fix[fix.kind](fix.text)} />
              {fix.engines.length === ENGINES.length ? null : (
                <span className="hint">
                  {texts.works(fix.engines.map((engine) => texts.engines[engine]).join(texts.and))}
                </span>
              )}
            </span>
            <button
              type="button"
              className="btn"
              onClick={() => {
                apply(fix);
              }}
            >
              {texts.apply}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const apply = ({ pageUrl, targetUrl, policies }: Fix): void => {
  editCase({ pageUrl, targetUrl, policies });
};

function Warnings({ texts, analysis }: PartProps) {
  const { warnings, reported } = analysis;
  if (warnings.length + reported.length === 0) return null;
  return (
    <section className="dsec" aria-label={texts.warnings}>
      <h3>{texts.warnings}</h3>
      <ul className="lab-list">
        {reported.map(({ index, part }) => (
          <li key={`${String(index)}.${String(part)}`}>
            <Rich text={texts.reports(index + 1)} />
          </li>
        ))}
        {warnings.map(({ kind, policy, at, text }) => (
          <li key={`${kind} ${String(policy)} ${String(at?.start)}`} data-warning={kind}>
            <span>
              <Rich text={texts.warning[kind](text.length > 200 ? `${text.slice(0, 200)}…` : text)} />
              {policy === null ? null : <span className="hint"> {texts.inPolicy(policy + 1)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
