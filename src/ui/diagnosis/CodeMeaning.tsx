import { closeCodeRange } from "../../core/explain/closeCodes.ts";
import { lookUpCode, type CodeEntry } from "../../core/explain/codeRegistry.ts";
import { SYSTEM_NAMES, type SystemId } from "../../core/explain/codes/systems.ts";
import { systemOf } from "../../core/explain/systems.ts";
import type { ExplainTexts } from "../../i18n/explain/explainTexts.ts";
import { setSystem } from "../../state/diagnosis.ts";
import { openCodes } from "../../state/codes.ts";
import { useTab } from "../../state/workbench.ts";
import { Rich } from "../parts/Rich.tsx";
import { Select } from "../parts/Select.tsx";
import type { Reading } from "./reading.ts";
import { useCodeTexts } from "./useTexts.ts";

interface CodeMeaningProps {
  readonly reading: Reading;
  readonly code: number;
  readonly texts: ExplainTexts;
}

/** More candidates than this help nobody; the reference has all of them. */
const MOST = 5;

/** What a close code means: to the system behind the address, where it is known; else to whom it means what. */
export function CodeMeaning({ reading, code, texts }: CodeMeaningProps) {
  const codeTexts = useCodeTexts();
  const chosen = useTab(({ profile }) => profile.system);
  const { panel } = texts;
  const system = isSystem(chosen) ? chosen : systemOf(reading.evidence);
  const { meant, candidates } = lookUpCode(code, system);
  if (codeTexts === null) return null;
  const shown =
    meant === null ? candidates.slice(0, MOST) : [meant, ...(system === null ? candidates.slice(0, MOST) : [])];
  const options = [
    { value: "", text: panel.systemUnknown },
    ...(Object.keys(SYSTEM_NAMES) as SystemId[]).map((value) => ({ value, text: SYSTEM_NAMES[value] })),
  ];
  return (
    <section className="dsec">
      <h3>{panel.code}</h3>
      <div>
        <p className="flex items-center gap-2 pb-1">
          <label htmlFor="dx-system">{panel.system}</label>
          <Select
            id="dx-system"
            label={panel.system}
            value={system ?? ""}
            options={options}
            onChange={(value) => {
              setSystem(value === "" ? null : value);
            }}
          />
        </p>
        {shown.length === 0 ? <p className="dx-note">{panel.unknownCode(code)}</p> : null}
        {meant === null ? (
          <p className="dx-note">
            <span className="mono">{code}</span>
            {panel.colon}
            {codeTexts.ranges[closeCodeRange(code)]}
          </p>
        ) : null}
        <dl className="dx-codes">
          {shown.map((entry) => (
            <Meaning
              key={entry.key}
              entry={entry}
              isMeant={entry === meant}
              texts={codeTexts.codes[entry.key]}
              panel={panel}
            />
          ))}
        </dl>
        <button
          type="button"
          className="link-btn"
          onClick={() => {
            openCodes(String(code));
          }}
        >
          {panel.codes}
        </button>
      </div>
    </section>
  );
}

const isSystem = (name: string | null): name is SystemId => name !== null && Object.hasOwn(SYSTEM_NAMES, name);

interface MeaningProps {
  readonly entry: CodeEntry;
  readonly isMeant: boolean;
  readonly texts: readonly [meaning: string, usualCause: string];
  readonly panel: ExplainTexts["panel"];
}

function Meaning({ entry, isMeant, texts: [meaning, usual], panel }: MeaningProps) {
  return (
    <>
      <dt>
        <a href={entry.source} target="_blank" rel="noreferrer">
          {SYSTEM_NAMES[entry.system]}
        </a>
      </dt>
      <dd>
        <span className={isMeant ? "font-semibold" : ""}>
          <Rich text={meaning} />
        </span>
        {isMeant ? (
          <span className="block text-text-2">
            <Rich text={panel.usual(usual)} />
          </span>
        ) : null}
      </dd>
    </>
  );
}
