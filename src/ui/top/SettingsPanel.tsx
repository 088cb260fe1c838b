import { useEffect, useRef } from "react";
import { LOCALES, type Locale } from "../../i18n/index.ts";
import { PROBE_POLICIES } from "../../core/units/probePolicy.ts";
import { bytes } from "../../core/units/units.ts";
import { changeSettings } from "../../state/persist.ts";
import { openClue } from "../../state/screen.ts";
import { setWorkbench, useWorkbench } from "../../state/workbench.ts";
import { Check } from "../parts/Check.tsx";
import { NumberField } from "../parts/NumberField.tsx";
import { Select } from "../parts/Select.tsx";
import { useText } from "../text.ts";
import { version } from "../version.ts";

const MEBIBYTE = 1024 * 1024;

/** What the menu of the settings holds; it is fetched when the menu is opened. */
export function SettingsPanel({ close }: { readonly close: () => void }) {
  const t = useText();
  const settings = useWorkbench((state) => state.settings);
  const { budget } = settings;
  const panel = useRef<HTMLDivElement>(null);
  const languages = [
    { value: "auto" as const, text: t.settings.languageAuto },
    ...(Object.keys(LOCALES) as Locale[]).map((value) => ({ value, text: LOCALES[value].name })),
  ];
  useEffect(() => {
    panel.current?.querySelector("select")?.focus();
  }, []);
  return (
    <div ref={panel} className="pop-b">
      <div className="pop-f">
        <label htmlFor="set-language">{t.settings.language}</label>
        <Select
          id="set-language"
          label={t.settings.language}
          value={settings.language}
          options={languages}
          onChange={(language) => {
            changeSettings({ language });
          }}
        />
        <label htmlFor="set-theme">{t.settings.theme}</label>
        <Select
          id="set-theme"
          label={t.settings.theme}
          value={settings.theme}
          options={(["system", "light", "dark"] as const).map((value) => ({
            value,
            text: t.settings.themes[value],
          }))}
          onChange={(theme) => {
            changeSettings({ theme });
          }}
        />
        <span className="lb col-span-2 pt-2">{t.settings.budget}</span>
        <label htmlFor="set-entries">{t.settings.budgetEntries}</label>
        <NumberField
          id="set-entries"
          label={t.settings.budgetEntries}
          value={budget.entries}
          min={1000}
          max={10_000_000}
          onChange={(entries) => {
            if (entries !== null) changeSettings({ budget: { ...budget, entries } });
          }}
        />
        <label htmlFor="set-size">{t.settings.budgetSize}</label>
        <NumberField
          id="set-size"
          label={t.settings.budgetSize}
          value={Math.round(budget.bytes / MEBIBYTE)}
          min={1}
          max={16_000}
          onChange={(size) => {
            if (size !== null) changeSettings({ budget: { ...budget, bytes: bytes(size * MEBIBYTE) } });
          }}
        />
      </div>
      <p className="hint">{t.settings.budgetHint}</p>
      <div className="pop-f">
        <label htmlFor="set-probes">{t.settings.probes}</label>
        <Select
          id="set-probes"
          label={t.settings.probes}
          value={settings.probes}
          options={PROBE_POLICIES.map((value) => ({ value, text: t.settings.probeChoices[value] }))}
          onChange={(probes) => {
            changeSettings({ probes });
          }}
        />
      </div>
      {"Notification" in globalThis ? (
        <Check
          text={t.settings.notifies}
          checked={settings.notifies}
          onChange={(isOn) => {
            if (!isOn) changeSettings({ notifies: false });
            else
              void Notification.requestPermission().then((answer) => {
                changeSettings({ notifies: answer === "granted" });
              });
          }}
        />
      ) : null}
      <Check
        text={t.settings.letterKeys}
        checked={settings.letterKeys}
        onChange={(isOn) => {
          changeSettings({ letterKeys: isOn });
        }}
      />
      <button
        type="button"
        className="btn self-start"
        onClick={() => {
          close();
          openClue();
        }}
      >
        {t.start.clue}
      </button>
      <button
        type="button"
        className="btn self-start"
        onClick={() => {
          close();
          setWorkbench({ dialog: { is: "recordings" } });
        }}
      >
        {t.start.recordings}
      </button>
      <button
        type="button"
        className="btn self-start"
        onClick={() => {
          close();
          setWorkbench({ dialog: { is: "share", what: { is: "everything" } } });
        }}
      >
        {t.settings.backUp}
      </button>
      <p className="hint">
        Sockwright <span className="mono">{version}</span>
      </p>
    </div>
  );
}
