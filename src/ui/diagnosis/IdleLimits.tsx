import { idleGap } from "../../core/explain/idle.ts";
import { limitsNear } from "../../core/explain/idleTimeouts.ts";
import type { ExplainTexts } from "../../i18n/explain/explainTexts.ts";
import { Rich } from "../parts/Rich.tsx";
import type { Reading } from "./reading.ts";
import { useCodeTexts } from "./useTexts.ts";

/** Products whose usual limit fits the silence that was measured. */
export function IdleLimits({ reading, texts }: { readonly reading: Reading; readonly texts: ExplainTexts }) {
  const codeTexts = useCodeTexts();
  const gap = idleGap(reading.evidence);
  if (codeTexts === null || gap === null) return null;
  const limits = limitsNear(gap / 1000);
  if (limits.length === 0) return null;
  return (
    <section className="dsec">
      <h3>{texts.panel.limits}</h3>
      <dl className="dx-codes">
        {limits.slice(0, 6).map(({ id, product, setting, seconds, source }) => (
          <div key={id} className="contents">
            <dt>
              <a href={source} target="_blank" rel="noreferrer">
                {product}
              </a>{" "}
              <span className="mono">{seconds} s</span>
            </dt>
            <dd>
              {setting === null ? null : <span className="mono">{setting} </span>}
              <Rich text={codeTexts.idle[id][1]} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
