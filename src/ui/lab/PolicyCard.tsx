import type { ConnectAnalysis } from "../../core/csp/analyseConnect.ts";
import type { Delivery, Disposition, PolicyText } from "../../core/csp/case.ts";
import type { Span } from "../../core/units/span.ts";
import { isBlocking, isComplaining } from "../../core/csp/judgePolicy.ts";
import type { LabTexts } from "../../i18n/lab/labTexts.ts";
import { editCase, useLab } from "../../state/lab.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { RadioBar } from "../parts/RadioBar.tsx";

interface PolicyCardProps {
  readonly texts: LabTexts;
  readonly policy: PolicyText;
  readonly index: number;
  readonly analysis: ConnectAnalysis;
}

/** One header or `<meta>`, with what decides in it marked where it stands. */
export function PolicyCard({ texts, policy, index, analysis }: PolicyCardProps) {
  const number = index + 1;
  const own = analysis.verdicts.filter((verdict) => verdict.index === index);
  const says =
    own.length === 0 ? "nothing" : own.some(isBlocking) ? "blocks" : own.some(isComplaining) ? "complains" : "allows";
  const change = (changed: Partial<PolicyText>): void => {
    editCase({ policies: useLab.getState().one.policies.with(index, { ...policy, ...changed }) });
  };
  const marks = own.flatMap((verdict): readonly Mark[] => {
    if (!verdict.allowed && verdict.directiveAt)
      return [{ ...verdict.directiveAt, look: verdict.disposition === "enforce" ? "blocks" : "complains" }];
    return verdict.matchedAt ? [{ ...verdict.matchedAt, look: "allows" }] : [];
  });
  return (
    <section className="pol" aria-label={texts.policy(number)}>
      <div className="pol-h">
        <b>{number}</b>
        <RadioBar<Delivery>
          label={texts.delivery(number)}
          value={policy.delivery}
          options={[
            { value: "header", text: texts.deliveries.header },
            { value: "meta", text: texts.deliveries.meta },
          ]}
          onChange={(delivery) => {
            change({ delivery });
          }}
        />
        <RadioBar<Disposition>
          label={texts.disposition(number)}
          value={policy.disposition}
          options={[
            { value: "enforce", text: texts.dispositions.enforce },
            { value: "report", text: texts.dispositions.report },
          ]}
          onChange={(disposition) => {
            change({ disposition });
          }}
        />
        <span className="grow" />
        <span className={`pol-says is-${says}`}>{texts.says[says]}</span>
        <IconButton
          icon="close"
          label={texts.remove(number)}
          onClick={() => {
            editCase({ policies: useLab.getState().one.policies.toSpliced(index, 1) });
          }}
        />
      </div>
      {/* The same text twice, one over the other: a text field cannot mark a part of itself. */}
      <div className="pol-text">
        <div className="pol-marks" aria-hidden="true">
          <Marks text={policy.text} marks={marks} />
        </div>
        <textarea
          aria-label={texts.policy(number)}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          placeholder="default-src 'self'; connect-src 'self'"
          value={policy.text}
          onChange={(event) => {
            change({ text: event.target.value });
          }}
        />
      </div>
    </section>
  );
}

interface Mark extends Span {
  readonly look: "allows" | "blocks" | "complains";
}

/** The text in parts, those that decide with a look of their own. */
function Marks({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) {
  const parts: { readonly from: number; readonly text: string; readonly look: Mark["look"] | null }[] = [];
  let at = 0;
  for (const { start, end, look } of marks.toSorted((one, other) => one.start - other.start)) {
    if (start < at) continue;
    parts.push(
      { from: at, text: text.slice(at, start), look: null },
      { from: start, text: text.slice(start, end), look },
    );
    at = end;
  }
  // A line end at the very end has no height without something after it.
  parts.push({ from: at, text: `${text.slice(at)} `, look: null });
  return parts.map(({ from, text: part, look }) => (
    <span key={`${String(from)}${look ?? ""}`} className={look === null ? undefined : `hit is-${look}`}>
      {part}
    </span>
  ));
}
