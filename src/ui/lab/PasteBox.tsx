import { useId, useMemo, useState } from "react";
import { MOST_POLICIES } from "../../core/csp/caseLink.ts";
import { findPolicies } from "../../core/csp/findPolicies.ts";
import type { LabTexts } from "../../i18n/lab/labTexts.ts";
import { editCase } from "../../state/lab.ts";
import { Rich } from "../parts/Rich.tsx";

interface PasteBoxProps {
  readonly texts: LabTexts;
  readonly onClose: () => void;
}

/** Takes whatever a policy comes in; what is found takes the place of the policies there are. */
export function PasteBox({ texts, onClose }: PasteBoxProps) {
  const [text, setText] = useState("");
  const hint = useId();
  const found = useMemo(() => findPolicies(text).slice(0, MOST_POLICIES), [text]);
  const isEmpty = text.trim() === "";
  return (
    <div className="lab-paste">
      <p id={hint} className="hint">
        <Rich text={texts.pasteHint} />
      </p>
      <span className="field field-area">
        <textarea
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that opens it says that one can paste now
          autoFocus
          aria-label={texts.pasteLabel}
          aria-describedby={hint}
          className="mono"
          spellCheck={false}
          rows={6}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      </span>
      <div className="lab-paste-end">
        <span role="status" className={`says ${found.length === 0 && !isEmpty ? "is-wrong" : ""}`}>
          {isEmpty ? "" : found.length === 0 ? <Rich text={texts.notFound} /> : texts.found(found.length)}
        </span>
        <button type="button" className="btn" onClick={onClose}>
          {texts.cancel}
        </button>
        <button
          type="button"
          className="btn btn-primary"
          disabled={found.length === 0}
          onClick={() => {
            editCase({
              policies: found.map(({ delivery, disposition, text: policy }) => ({
                delivery,
                disposition,
                text: policy,
              })),
            });
            onClose();
          }}
        >
          {texts.take}
        </button>
      </div>
    </div>
  );
}
