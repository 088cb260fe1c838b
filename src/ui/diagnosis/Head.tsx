import { carryOut, probeNow, stopProbes } from "../../state/diagnosis.ts";
import { specOf } from "../../core/explain/specs.ts";
import type { Cause } from "../../core/explain/cause.ts";
import type { Evidence } from "../../core/session/evidence.ts";
import type { Action } from "../../core/explain/actions.ts";
import type { Finding } from "../../core/explain/finding.ts";
import type { ExplainTexts } from "../../i18n/explain/explainTexts.ts";
import { showLab } from "../../state/screen.ts";
import { Rich } from "../parts/Rich.tsx";
import { useText } from "../text.ts";
import type { Reading } from "./reading.ts";

/** Who writes standards; anything else is documentation. */
const STANDARDS = /whatwg\.org|w3c\.github\.io|wicg\.github\.io|rfc-editor\.org/;

interface HeadProps {
  readonly reading: Reading;
  readonly texts: ExplainTexts;
  readonly isProbing: boolean;
}

/** What happened, why, how sure, and the one thing that helps now. */
export function Head({ reading, texts, isProbing }: HeadProps) {
  const { top, others, headline, why, actions, pending, evidence } = reading;
  const t = useText();
  const spec = specOf(top.cause);
  return (
    <div className="dx-head">
      <div className="dx-title">
        <span className={`mark ${evidence.ending.opened ? "mark-closed" : "mark-failed"}`} />
        <h2 id="dx-headline">
          <Rich text={headline} />
        </h2>
        <Certainty finding={top} members={others.length} texts={texts} />
      </div>
      <p className="dx-why">
        <Rich text={why} />
        {spec === null ? null : (
          <>
            {" "}
            <a href={spec} target="_blank" rel="noreferrer">
              {STANDARDS.test(spec) ? texts.panel.standard : texts.panel.spec}
            </a>
          </>
        )}
      </p>
      {isForLab(top.cause) || actions.length > 0 || pending.length > 0 || isProbing ? (
        <div className="dx-act">
          {actions.map((action, at) => (
            <ActionButtons key={JSON.stringify(action)} action={action} texts={texts} isFirst={at === 0} />
          ))}
          {isProbing ? (
            <button type="button" className="btn" onClick={stopProbes}>
              {texts.panel.stop}
            </button>
          ) : pending.length > 0 ? (
            <>
              <button type="button" className={actions.length === 0 ? "btn btn-primary" : "btn"} onClick={probeNow}>
                {texts.panel.probeNow}
              </button>
              <span className="text-text-3">
                {texts.panel.probeWhat} {reading.asksLeave ? texts.panel.probePrompt : null}
              </span>
            </>
          ) : null}
          {isForLab(top.cause) ? (
            <button
              type="button"
              className="btn"
              onClick={() => {
                showLab(labCode(evidence));
              }}
            >
              {t.settings.lab}
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

/** Causes that the policy lab can try: what a page may connect to. */
const isForLab = (cause: Cause): boolean => cause === "csp" || cause === "csp-upgrade" || cause === "mixed-content";

/** The lab's fields, from what was seen: our own page, its address, and the policy that was violated. */
function labCode({ page, url, violations }: Evidence): string {
  const policies = violations.flatMap(({ disposition, policy }) => (disposition === "enforce" ? [policy] : []));
  const params = new URLSearchParams([
    ["page", `${page.origin}/`],
    ["target", url],
    ...[...new Set(policies)].map((policy) => ["policy", policy] as [string, string]),
  ]);
  return `?${params.toString()}`;
}

interface ActionButtonsProps {
  readonly action: Action;
  readonly texts: ExplainTexts;
  readonly isFirst: boolean;
}

function ActionButtons({ action, texts, isFirst }: ActionButtonsProps) {
  const text = (texts.actions as Readonly<Record<string, (given: Action) => string>>)[action.do]?.(action) ?? action.do;
  return (
    <>
      <button
        type="button"
        className={isFirst ? "btn btn-primary" : "btn"}
        onClick={() => {
          carryOut(action, true);
        }}
      >
        <Rich text={text} /> {texts.panel.andConnect}
      </button>
      {isFirst ? (
        <button
          type="button"
          className="btn"
          onClick={() => {
            carryOut(action, false);
          }}
        >
          {texts.panel.onlyChange}
        </button>
      ) : null}
    </>
  );
}

interface CertaintyProps {
  readonly finding: Finding;
  readonly members: number;
  readonly texts: ExplainTexts;
}

/** A shape and not a colour: full, half, empty. Of a class the number of its members says more. */
function Certainty({ finding, members, texts }: CertaintyProps) {
  const isOneOf = finding.isClass && finding.certainty === "possible" && members > 1;
  return (
    <span className={`cert cert-${finding.certainty}`}>
      {isOneOf ? texts.panel.oneOf(members) : texts.certainty[finding.certainty]}
    </span>
  );
}
