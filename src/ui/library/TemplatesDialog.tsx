import { PROTOCOLS } from "../../core/protocols/index.ts";
import { TEMPLATES } from "../../core/profile/templates/templates.ts";
import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { openTab } from "../../state/tabs.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Rich } from "../parts/Rich.tsx";
import { useText } from "../text.ts";

interface TemplatesDialogProps {
  readonly texts: LibraryTexts;
  readonly onClose: () => void;
}

/** Setups to begin with: one click fills in a tab. */
export function TemplatesDialog({ texts, onClose }: TemplatesDialogProps) {
  const t = useText();
  const { about, notes } = texts.template;
  return (
    <Dialog title={texts.templates.title} closeLabel={t.app.close} width={560} onClose={onClose}>
      <section>
        <p className="hint pb-2">{texts.templates.hint}</p>
        {TEMPLATES.map(({ id, name, profile }) => (
          <button
            key={id}
            type="button"
            className="card"
            onClick={() => {
              onClose();
              openTab(
                {
                  ...profile,
                  notes: notes[id],
                  saved: profile.saved.map((message) => ({ ...message, id: crypto.randomUUID() })),
                },
                null,
                name,
              );
            }}
          >
            <span className="flex flex-wrap items-center gap-x-2">
              <span className="proto mono text-text-3">{PROTOCOLS[profile.protocol].mark}</span>
              <b>{name}</b>
              <span className="mono cut text-text-3">{profile.url}</span>
            </span>
            <span className="text-text-2">
              <Rich text={about[id]} />
            </span>
          </button>
        ))}
      </section>
    </Dialog>
  );
}
