import { useMemo } from "react";
import { isDirectiveName } from "../../core/csp/directives.ts";
import { parsePolicies } from "../../core/csp/parsePolicy.ts";
import type { LabTexts } from "../../i18n/lab/labTexts.ts";
import { useLab } from "../../state/lab.ts";
import { Rich } from "../parts/Rich.tsx";

/** More names than there are directives are mistakes. */
const MOST = 60;

/** What each directive of the policies is for, in a line. */
export function Directives({ texts }: { readonly texts: LabTexts }) {
  const policies = useLab((state) => state.one.policies);
  const engine = useLab((state) => state.engine);
  const shown = useMemo(() => {
    const parsed = policies.flatMap((policy, index) => parsePolicies(policy, index, engine));
    return [...new Set(parsed.flatMap(({ directives }) => directives.map(({ name }) => name)))].slice(0, MOST);
  }, [policies, engine]);
  return (
    <section className="dsec">
      <h3>{texts.directives}</h3>
      {shown.length === 0 ? (
        <p className="hint">{texts.directivesNone}</p>
      ) : (
        <dl className="lab-directives">
          {shown.map((name) => (
            <div key={name}>
              <dt className="mono">{name.slice(0, 60)}</dt>
              <dd>
                <Rich text={isDirectiveName(name) ? texts.directive[name] : texts.unknownDirective} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
