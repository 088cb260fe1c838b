import { useState } from "react";
import { inOrder } from "../../core/profile/place.ts";
import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import {
  chooseEnvironment,
  deleteEnvironment,
  editEnvironment,
  newEnvironment,
  storeAllTyped,
} from "../../state/environments.ts";
import { setWorkbench, useTab, useWorkbench } from "../../state/workbench.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Pairs } from "../parts/Pairs.tsx";
import { TextField } from "../parts/TextField.tsx";
import { useText } from "../text.ts";

interface EnvironmentsDialogProps {
  readonly texts: LibraryTexts;
  readonly initial: string | null;
  readonly onClose: () => void;
}

const NO_VARIABLE = { name: "", value: "", secret: false };

/** Every environment and its variables. What is typed holds at once in every tab that uses it. */
export function EnvironmentsDialog({ texts, initial, onClose }: EnvironmentsDialogProps) {
  const t = useText();
  const { environment: words } = texts;
  const environments = inOrder(useWorkbench((state) => state.library.environments));
  const used = useTab((tab) => tab.environment);
  const [chosen, setChosen] = useState(initial);
  const shown = environments.find(({ id }) => id === chosen) ?? environments[0] ?? null;
  return (
    <Dialog
      title={words.title}
      closeLabel={t.app.close}
      width={720}
      onClose={onClose}
      footer={
        <>
          <p className="hint">{words.secretHint}</p>
          <button
            type="button"
            className="btn btn-lg btn-primary"
            onClick={() => {
              void storeAllTyped();
              onClose();
            }}
          >
            {t.app.close}
          </button>
        </>
      }
    >
      <div className="two-cols">
        <div className="list">
          {environments.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              className="item"
              aria-pressed={id === shown?.id}
              aria-label={words.show(name)}
              onClick={() => {
                setChosen(id);
              }}
            >
              <span className="grow cut">{name}</span>
              {id === used ? <span className="mark mark-open" role="img" aria-label={words.used} /> : null}
            </button>
          ))}
          <div className="p-2">
            <button type="button" className="btn" onClick={() => void newEnvironment(words.newName).then(setChosen)}>
              {words.add}
            </button>
          </div>
        </div>
        <div className="body">
          {shown === null ? (
            <p className="hint">{words.empty}</p>
          ) : (
            <div key={shown.id} className="flex flex-col gap-2" onBlur={() => void storeAllTyped()}>
              <div className="flex flex-wrap gap-2">
                <TextField
                  className="grow"
                  label={words.nameLabel}
                  data-first
                  maxLength={200}
                  value={shown.name}
                  onChange={(name) => {
                    editEnvironment(shown.id, { name });
                  }}
                />
                <button
                  type="button"
                  className="btn"
                  aria-pressed={used === shown.id}
                  onClick={() => {
                    chooseEnvironment(used === shown.id ? null : shown.id);
                  }}
                >
                  {used === shown.id ? words.used : words.use}
                </button>
                <button
                  type="button"
                  className="btn"
                  onClick={() => {
                    setWorkbench({ dialog: { is: "share", what: { is: "environment", id: shown.id } } });
                  }}
                >
                  {t.connection.share}
                </button>
                <button
                  type="button"
                  className="btn"
                  onClick={() => {
                    onClose();
                    void deleteEnvironment(shown.id);
                  }}
                >
                  {words.remove}
                </button>
              </div>
              <p className="hint">{words.hint}</p>
              <Pairs
                pairs={shown.variables}
                empty={NO_VARIABLE}
                onChange={(variables) => {
                  editEnvironment(shown.id, { variables });
                }}
                nameLabel={t.app.name}
                valueLabel={t.app.value}
                removeLabel={t.app.remove}
                addLabel={t.app.add}
                secretLabel={t.chips.secret}
              />
            </div>
          )}
        </div>
      </div>
    </Dialog>
  );
}
