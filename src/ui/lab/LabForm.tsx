import { useId, useState } from "react";
import { MOST_POLICIES, encodeCase } from "../../core/csp/caseLink.ts";
import { CONTEXTS, RESOURCES } from "../../core/csp/case.ts";
import { CASE_NAMES, CASES } from "../../core/csp/learningCases.ts";
import type { LabTexts } from "../../i18n/lab/labTexts.ts";
import { copyText } from "../../state/clipboard.ts";
import { editCase, useLab } from "../../state/lab.ts";
import { Icon } from "../parts/Icon.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { Rich } from "../parts/Rich.tsx";
import { Select } from "../parts/Select.tsx";
import { TextField } from "../parts/TextField.tsx";
import type { Analyses } from "./Lab.tsx";
import { PasteBox } from "./PasteBox.tsx";
import { PolicyCard } from "./PolicyCard.tsx";

interface LabFormProps {
  readonly texts: LabTexts;
  readonly analyses: Analyses;
}

/** The case: a page, its policies, and what it wants to connect to. */
export function LabForm({ texts, analyses }: LabFormProps) {
  const { one, engine, fault } = useLab();
  const [isPasting, setPasting] = useState(false);
  const analysis = analyses[engine];
  return (
    <form
      className="lab-form"
      aria-label={texts.form}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      {fault === null ? null : (
        <p role="alert" className="says is-wrong lab-row">
          {texts.linkFaults[fault.kind]}
        </p>
      )}
      <Address
        label={texts.page}
        value={one.pageUrl}
        fault={URL.canParse(one.pageUrl) ? null : texts.invalid.unreadable}
        onChange={(pageUrl) => {
          editCase({ pageUrl });
        }}
      />
      <Address
        label={texts.target}
        value={one.targetUrl}
        fault={analysis.invalid === null ? null : texts.invalid[analysis.invalid]}
        onChange={(targetUrl) => {
          editCase({ targetUrl });
        }}
      />
      <div className="lab-row lab-two">
        <Choice
          label={texts.resource}
          value={one.resource}
          names={texts.resources}
          values={RESOURCES}
          onChange={(resource) => {
            editCase({ resource });
          }}
        />
        <Choice
          label={texts.context}
          value={one.context}
          names={texts.contexts}
          values={CONTEXTS}
          onChange={(context) => {
            editCase({ context });
          }}
        />
      </div>
      {one.context === "worker-network" ? <p className="hint lab-row">{texts.ownHeaders}</p> : null}
      <div className="lab-row">
        <div className="lab-policies">
          <h3>{texts.policies}</h3>
          <span className="hint cut">{texts.allMust}</span>
          <span className="grow" />
          <button
            type="button"
            className="btn"
            aria-expanded={isPasting}
            onClick={() => {
              setPasting(!isPasting);
            }}
          >
            <Icon name="bring" small />
            {texts.paste}
          </button>
          <IconButton
            icon="add"
            label={texts.add}
            disabled={one.policies.length >= MOST_POLICIES}
            onClick={() => {
              editCase({ policies: [...one.policies, { delivery: "header", disposition: "enforce", text: "" }] });
            }}
          />
        </div>
        {isPasting ? (
          <PasteBox
            texts={texts}
            onClose={() => {
              setPasting(false);
            }}
          />
        ) : null}
        {one.policies.length === 0 ? <p className="hint lab-none">{texts.none}</p> : null}
        {one.policies.map((policy, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- policies have no name but their number
          <PolicyCard key={index} texts={texts} policy={policy} index={index} analysis={analysis} />
        ))}
      </div>
      <Learn texts={texts} />
    </form>
  );
}

interface AddressProps {
  readonly label: string;
  readonly value: string;
  /** What is wrong with it; null: nothing. */
  readonly fault: string | null;
  readonly onChange: (value: string) => void;
}

function Address({ label, value, fault, onChange }: AddressProps) {
  const id = useId();
  return (
    <div className="lab-row">
      <label htmlFor={id}>{label}</label>
      <TextField
        id={id}
        label={label}
        large
        isMono
        value={value}
        fault={fault === null ? null : <Rich text={fault} />}
        onChange={onChange}
      />
    </div>
  );
}

interface ChoiceProps<Name extends string> {
  readonly label: string;
  readonly value: Name;
  readonly values: readonly Name[];
  readonly names: Readonly<Record<Name, string>>;
  readonly onChange: (value: Name) => void;
}

function Choice<Name extends string>({ label, value, values, names, onChange }: ChoiceProps<Name>) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Select<Name>
        id={id}
        label={label}
        value={value}
        options={values.map((one) => ({ value: one, text: names[one] }))}
        onChange={onChange}
      />
    </div>
  );
}

/** Cases that fill the fields, and the link to the one that is there. */
function Learn({ texts }: { readonly texts: LabTexts }) {
  return (
    <div className="lab-row lab-learn">
      <h3>{texts.learn}</h3>
      <div className="lab-cases">
        {CASE_NAMES.map((name) => (
          <button
            key={name}
            type="button"
            className="link-btn"
            onClick={() => {
              editCase(CASES[name]);
            }}
          >
            <Rich text={texts.cases[name]} />
          </button>
        ))}
      </div>
      <button
        type="button"
        className="btn self-start"
        onClick={() => {
          void shareCase();
        }}
      >
        <Icon name="share" small />
        {texts.share}
      </button>
    </div>
  );
}

async function shareCase(): Promise<void> {
  const code = await encodeCase(useLab.getState().one);
  await copyText(`${location.origin}${location.pathname}#/lab/${code}`);
}
