import { useState } from "react";
import { FORMATS } from "../../core/formats/index.ts";
import { asNames, fillProfile } from "../../core/profile/fillProfile.ts";
import { mapSecrets, type Secret } from "../../core/profile/share/secrets.ts";
import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { faultsOf, tabTitle } from "../../state/connection.ts";
import { effective } from "../../state/effective.ts";
import { useTab } from "../../state/workbench.ts";
import { Check } from "../parts/Check.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { Rich } from "../parts/Rich.tsx";
import { fieldFaultText, useText } from "../text.ts";
import { CopyButton } from "./CopyButton.tsx";
import { LeftList } from "./LeftList.tsx";

interface CopyAsDialogProps {
  readonly texts: LibraryTexts;
  readonly onClose: () => void;
}

/** What generated values are while they are only looked at. */
const generators = { now: Date.now, chance: Math.random, count: () => 1 };

/** Where variables stay variables, a secret one goes along without its value. */
const isVariable = ({ place }: Secret): boolean => place.kind === "variable";

/** The setup of the active tab as a command or a program. */
export function CopyAsDialog({ texts, onClose }: CopyAsDialogProps) {
  const t = useText();
  const { copyAs } = texts;
  const profile = useTab(effective);
  const name = useTab(tabTitle);
  const [withSecrets, setWithSecrets] = useState(false);
  const offered = FORMATS.flatMap(({ id, name: title, write }) =>
    write !== null && (write.protocols as readonly string[]).includes(profile.protocol) ? [{ id, title, write }] : [],
  );
  const [chosen, setChosen] = useState<string>(offered[0]?.id ?? "");
  const format = offered.find(({ id }) => id === chosen) ?? offered[0];
  const keeps = format?.write.keepsVariables === true;
  const shown = withSecrets ? profile : mapSecrets(profile, (secret) => (isVariable(secret) ? "" : asNames(secret)));
  // A variable without a value is one for whoever runs it; of an address that is wrong nothing right can be made.
  const wrong = faultsOf(profile).find(({ field, fault }) => field === "url" && fault.kind !== "unresolved");
  const written = format?.write.write(name, keeps ? shown : fillProfile(profile, generators, withSecrets));
  return (
    <Dialog
      title={copyAs.title}
      closeLabel={t.app.close}
      width={820}
      onClose={onClose}
      footer={
        <>
          <Check
            className="mr-auto"
            text={copyAs.secrets}
            checked={withSecrets}
            onChange={(isOn) => {
              setWithSecrets(isOn);
            }}
          />
          <CopyButton text={written?.text ?? ""} label={copyAs.copy} isDisabled={wrong !== undefined} />
        </>
      }
    >
      <div className="two-cols">
        <div className="list" role="group" aria-label={copyAs.title}>
          {offered.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              className="item"
              aria-pressed={id === format?.id}
              onClick={() => {
                setChosen(id);
              }}
            >
              {title}
            </button>
          ))}
        </div>
        <div className="body">
          {wrong === undefined ? (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
            <pre className="code-box" tabIndex={0} data-format={format?.id}>
              {written?.text}
            </pre>
          ) : (
            <p className="says is-wrong">
              <Rich text={fieldFaultText(t, wrong.fault, profile.url)} />
            </p>
          )}
          {withSecrets ? null : <p className="hint pt-1">{copyAs.secretsHint}</p>}
        </div>
      </div>
      <LeftList texts={texts} left={wrong === undefined ? (written?.left ?? []) : []} title={copyAs.left} />
    </Dialog>
  );
}
