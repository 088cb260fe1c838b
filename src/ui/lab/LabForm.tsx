import { useId, useState } from "react";
import { MOST_POLICIES, encodeCase } from "../../core/csp/caseLink.ts";
import type { ConnectContext, Resource } from "../../core/csp/case.ts";
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

const optionsOf = <Name extends string>(names: Readonly<Record<Name, string>>) =>
  (Object.keys(names) as Name[]).map((value) => ({ value, text: names[value] }));

/** The case: a page, its policies, and what it wants to connect to. */
export function LabForm({ texts, analyses }: LabFormProps) {
  const { one, engine, fault } = useLab();
  const [isPasting, setPasting] = useState(false);
  const ids = { page: useId(), target: useId(), resource: useId(), context: useId() };
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
      <div className="lab-row">
        <label htmlFor={ids.page}>{texts.page}</label>
        <TextField
          id={ids.page}
          label={texts.page}
          large
          isMono
          value={one.pageUrl}
          fault={URL.canParse(one.pageUrl) ? null : texts.invalid.unreadable}
          onChange={(pageUrl) => {
            editCase({ pageUrl });
          }}
        />
      </div>
      <div className="lab-row">
        <label htmlFor={ids.target}>{texts.target}</label>
        <TextField
          id={ids.target}
          label={texts.target}
          large
          isMono
          value={one.targetUrl}
          fault={analysis.invalid === null ? null : <Rich text={texts.invalid[analysis.invalid]} />}
          onChange={(targetUrl) => {
            editCase({ targetUrl });
          }}
        />
      </div>
      <div className="lab-row lab-two">
        <div>
          <label htmlFor={ids.resource}>{texts.resource}</label>
          <Select<Resource>
            id={ids.resource}
            label={texts.resource}
            value={one.resource}
            options={optionsOf(texts.resources)}
            onChange={(resource) => {
              editCase({ resource });
            }}
          />
        </div>
        <div>
          <label htmlFor={ids.context}>{texts.context}</label>
          <Select<ConnectContext>
            id={ids.context}
            label={texts.context}
            value={one.context}
            options={optionsOf(texts.contexts)}
            onChange={(context) => {
              editCase({ context });
            }}
          />
        </div>
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
