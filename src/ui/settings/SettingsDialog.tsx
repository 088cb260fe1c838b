import "../styles/settings.css";
import { useEffect, useRef, useState } from "react";
import { loadCommandTexts } from "../../i18n/commands/load.ts";
import { loadSettingTexts } from "../../i18n/settings/load.ts";
import type { SettingsSection } from "../../state/workbench.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { useText } from "../text.ts";
import { useLoaded } from "../useLoaded.ts";
import { ConnectionSettings } from "./ConnectionSettings.tsx";
import { DataSettings } from "./DataSettings.tsx";
import { KeySettings } from "./KeySettings.tsx";
import { LogSettings } from "./LogSettings.tsx";
import { LookSettings } from "./LookSettings.tsx";

const SECTIONS = ["look", "log", "connections", "keys", "data"] as const satisfies readonly SettingsSection[];

/** px below the upper edge, where reading begins. */
const READ_AT = 48;

/** The section that is being read: at the end of the page, the last. */
function sectionAt(body: HTMLElement | null): SettingsSection {
  if (!body) return "look";
  const { scrollTop, scrollHeight, clientHeight } = body;
  const begun = SECTIONS.filter((section) => {
    const { offsetTop = 0 } = body.querySelector<HTMLElement>(`#settings-${section}`) ?? {};
    return offsetTop <= scrollTop + READ_AT;
  });
  return scrollTop + clientHeight >= scrollHeight - 1 ? "data" : (begun.at(-1) ?? "look");
}

interface SettingsDialogProps {
  readonly at: SettingsSection | null;
  /** The setting that is asked for; null: the first of the section. */
  readonly field: string | null;
  readonly onClose: () => void;
}

/** Every setting on one page, with a list of its sections beside it; what is changed holds at once. */
export function SettingsDialog({ at, field, onClose }: SettingsDialogProps) {
  const t = useText();
  const texts = useLoaded(loadSettingTexts);
  const commands = useLoaded(loadCommandTexts);
  const body = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<SettingsSection>("look");
  const isThere = texts !== null && commands !== null;
  const show = (selector: string): void => {
    const found = body.current?.querySelector<HTMLElement>(selector);
    found?.scrollIntoView({ block: "start" });
    found?.querySelector<HTMLElement>("select, input, button:not(:disabled)")?.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (isThere) show(field === null ? `#settings-${at ?? "look"}` : `[data-setting="${field}"]`);
  }, [at, field, isThere]);
  if (!isThere) return null;
  const content = {
    look: <LookSettings texts={texts} />,
    log: <LogSettings texts={texts} />,
    connections: <ConnectionSettings texts={texts} />,
    keys: <KeySettings texts={texts} commands={commands} />,
    data: <DataSettings texts={texts} />,
  };
  return (
    <Dialog title={t.settings.label} closeLabel={t.app.close} width={760} onClose={onClose}>
      <div className="settings">
        <nav aria-label={t.settings.label} className="settings-nav">
          {SECTIONS.map((section) => (
            <button
              key={section}
              type="button"
              className="settings-link"
              aria-current={section === current}
              onClick={() => {
                show(`#settings-${section}`);
              }}
            >
              {texts.sections[section]}
            </button>
          ))}
        </nav>
        <div
          ref={body}
          className="settings-body"
          onScroll={() => {
            setCurrent(sectionAt(body.current));
          }}
        >
          {SECTIONS.map((section) => (
            <section key={section} id={`settings-${section}`} aria-labelledby={`settings-${section}-h`}>
              <h3 id={`settings-${section}-h`}>{texts.sections[section]}</h3>
              {content[section]}
            </section>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
