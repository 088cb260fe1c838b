import { SYSTEM_NAMES, type SystemId } from "../../core/explain/codes/systems.ts";
import { checklistOf } from "../../core/profile/templates/templates.ts";
import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { editProfile } from "../../state/connection.ts";
import { setWorkbench, useTab } from "../../state/workbench.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Rich } from "../parts/Rich.tsx";
import { Select } from "../parts/Select.tsx";
import { useText } from "../text.ts";

interface AboutDialogProps {
  readonly texts: LibraryTexts;
  readonly onClose: () => void;
}

const SYSTEMS = [
  { value: "evolutionapi", text: "EvolutionAPI v2" },
  ...(Object.keys(SYSTEM_NAMES) as SystemId[]).map((value) => ({ value, text: SYSTEM_NAMES[value] })),
].toSorted((one, other) => one.text.localeCompare(other.text, "en"));

/** What a person should know of a setup: notes, the product behind the address, and its checklist. */
export function AboutDialog({ texts, onClose }: AboutDialogProps) {
  const t = useText();
  const { about } = texts;
  const notes = useTab(({ profile }) => profile.notes);
  const system = useTab(({ profile }) => profile.system);
  const product = checklistOf(system);
  return (
    <Dialog
      title={about.chip}
      closeLabel={t.app.close}
      width={560}
      onClose={onClose}
      onSubmit={onClose}
      footer={
        <button type="submit" className="btn btn-lg btn-primary">
          {t.app.close}
        </button>
      }
    >
      <section className="flex flex-col gap-2">
        <span className="field field-area">
          <textarea
            data-first
            aria-label={about.notes}
            rows={6}
            maxLength={20_000}
            value={notes}
            onChange={(event) => {
              editProfile({ notes: event.target.value });
            }}
          />
        </span>
        <p className="hint">{about.notesHint}</p>
        <div className="pop-f">
          <label htmlFor="about-system">{about.system}</label>
          <Select
            id="about-system"
            label={about.system}
            value={system ?? ""}
            options={[{ value: "", text: about.noSystem }, ...SYSTEMS]}
            onChange={(value) => {
              editProfile({ system: value === "" ? null : value });
            }}
          />
        </div>
        <p className="hint">{about.systemHint}</p>
      </section>
      {product === null ? null : (
        <section>
          <h3>{about.checklist}</h3>
          <ol className="checklist">
            {texts.template.checklists[product].map((line) => (
              <li key={line}>
                <Rich text={line} />
              </li>
            ))}
          </ol>
          {product === "wukongim" ? (
            <button
              type="button"
              className="btn mt-2"
              onClick={() => {
                setWorkbench({ dialog: { is: "route" } });
              }}
            >
              {about.route}
            </button>
          ) : null}
        </section>
      )}
    </Dialog>
  );
}
