import { LAYOUTS, THEMES, ZOOM } from "../../core/profile/settings.ts";
import { LOCALES, type Locale } from "../../i18n/index.ts";
import type { SettingTexts } from "../../i18n/settings/settingTexts.ts";
import { changeSettings } from "../../state/persist.ts";
import { say, useWorkbench } from "../../state/workbench.ts";
import { Check } from "../parts/Check.tsx";
import { Select } from "../parts/Select.tsx";
import { TextField } from "../parts/TextField.tsx";
import { CheckRow, SelectRow, settingId, SettingRow } from "./SettingRow.tsx";

const ZOOMS = Array.from({ length: Math.round((ZOOM.max - ZOOM.min) / ZOOM.step) + 1 }, (_, at) =>
  Math.round((ZOOM.min + at * ZOOM.step) * 10),
);

export function LookSettings({ texts }: { readonly texts: SettingTexts }) {
  const settings = useWorkbench((state) => state.settings);
  const languages = [
    { value: "auto" as const, text: texts.languageAuto },
    ...(Object.keys(LOCALES) as Locale[]).map((value) => ({ value, text: LOCALES[value].name })),
  ];
  return (
    <>
      <SelectRow texts={texts} of="language" name={texts.language} options={languages} />
      <SelectRow
        texts={texts}
        of="theme"
        name={texts.theme}
        options={THEMES.map((value) => ({ value, text: texts.themes[value] }))}
      />
      <SelectRow
        texts={texts}
        of="layout"
        name={texts.layout}
        options={LAYOUTS.map((value) => ({ value, text: texts.layouts[value] }))}
      />
      <CheckRow texts={texts} of="onePanel" name={texts.onePanel} />
      <CheckRow texts={texts} of="profilesShown" name={texts.profilesShown} />
      <SettingRow texts={texts} of="zoom" name={texts.zoom}>
        <Select
          id={settingId("zoom")}
          label={texts.zoom}
          value={String(Math.round(settings.zoom * 10))}
          options={ZOOMS.map((tenths) => ({ value: String(tenths), text: `${String(tenths * 10)} %` }))}
          onChange={(tenths) => {
            changeSettings({ zoom: Number(tenths) / 10 });
          }}
        />
      </SettingRow>
      {(["uiFont", "wireFont"] as const).map((font) => (
        <SettingRow
          key={font}
          texts={texts}
          of={font}
          name={texts[font]}
          {...(font === "wireFont" ? { hint: texts.fontHint } : {})}
        >
          <TextField
            id={settingId(font)}
            label={texts[font]}
            placeholder={texts.systemFont}
            value={settings[font]}
            onChange={(family) => {
              changeSettings({ [font]: family });
            }}
          />
        </SettingRow>
      ))}
      <SettingRow texts={texts} of="sizes" name={texts.sizes}>
        <button
          id={settingId("sizes")}
          type="button"
          className="btn"
          onClick={() => {
            changeSettings({ sizes: {} });
          }}
        >
          {texts.sizesReset}
        </button>
      </SettingRow>
      {"Notification" in globalThis ? (
        <SettingRow texts={texts} of="notifies" name={texts.notifies} isNamed>
          <Check
            text={texts.notifies}
            checked={settings.notifies}
            onChange={(isOn) => {
              if (!isOn) changeSettings({ notifies: false });
              else
                void Notification.requestPermission().then((answer) => {
                  changeSettings({ notifies: answer === "granted" });
                  if (answer !== "granted") say("told", texts.notifiesRefused);
                });
            }}
          />
        </SettingRow>
      ) : null}
    </>
  );
}
