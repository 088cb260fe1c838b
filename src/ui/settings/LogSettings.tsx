import { COLUMNS, DENSITIES, TIMES } from "../../core/profile/settings.ts";
import { bytes } from "../../core/units/units.ts";
import type { SettingTexts } from "../../i18n/settings/settingTexts.ts";
import { changeSettings } from "../../state/persist.ts";
import { useWorkbench } from "../../state/workbench.ts";
import { Check } from "../parts/Check.tsx";
import { NumberField } from "../parts/NumberField.tsx";
import { Select } from "../parts/Select.tsx";
import { useText } from "../text.ts";
import { settingId, SettingRow } from "./SettingRow.tsx";

const MEBIBYTE = 1024 * 1024;

export function LogSettings({ texts }: { readonly texts: SettingTexts }) {
  const t = useText();
  const { budget, density, time, hidden, recordEvery, recordingBudget } = useWorkbench((state) => state.settings);
  const columns = { seq: t.log.seq, delta: t.log.delta, size: t.log.size };
  return (
    <>
      <SettingRow texts={texts} of={["density"]} name={texts.density}>
        <Select
          id={settingId("density")}
          label={texts.density}
          value={density}
          options={DENSITIES.map((value) => ({ value, text: texts.densities[value] }))}
          onChange={(chosen) => {
            changeSettings({ density: chosen });
          }}
        />
      </SettingRow>
      <SettingRow texts={texts} of={["time"]} name={texts.time}>
        <Select
          id={settingId("time")}
          label={texts.time}
          value={time}
          options={TIMES.map((value) => ({ value, text: texts.times[value] }))}
          onChange={(chosen) => {
            changeSettings({ time: chosen });
          }}
        />
      </SettingRow>
      <SettingRow texts={texts} of={["hidden"]} name={texts.columns} isNamed>
        <span role="group" aria-label={texts.columns} className="flex flex-wrap items-center gap-3">
          <span className="text-text-2">{texts.columns}</span>
          {COLUMNS.map((column) => (
            <Check
              key={column}
              text={columns[column]}
              checked={!hidden.includes(column)}
              onChange={(isShown) => {
                const others = hidden.filter((other) => other !== column);
                changeSettings({ hidden: isShown ? others : [...others, column] });
              }}
            />
          ))}
        </span>
      </SettingRow>
      <SettingRow texts={texts} of={["budget"]} name={texts.budgetEntries}>
        <NumberField
          id={settingId("budget")}
          label={texts.budgetEntries}
          value={budget.entries}
          min={1000}
          max={10_000_000}
          onChange={(entries) => {
            if (entries !== null) changeSettings({ budget: { ...budget, entries } });
          }}
        />
      </SettingRow>
      <div className="set-row">
        <label htmlFor="set-size">{texts.budgetSize}</label>
        <div className="set-control">
          <NumberField
            id="set-size"
            label={texts.budgetSize}
            value={Math.round(budget.bytes / MEBIBYTE)}
            min={1}
            max={16_000}
            onChange={(size) => {
              if (size !== null) changeSettings({ budget: { ...budget, bytes: bytes(size * MEBIBYTE) } });
            }}
          />
          <p className="hint">{texts.budgetHint}</p>
        </div>
      </div>
      <SettingRow texts={texts} of={["recordEvery"]} name={texts.recordEvery} isNamed>
        <Check
          text={texts.recordEvery}
          checked={recordEvery}
          onChange={(isOn) => {
            changeSettings({ recordEvery: isOn });
          }}
        />
      </SettingRow>
      <SettingRow texts={texts} of={["recordingBudget"]} name={texts.recordingBudget}>
        <NumberField
          id={settingId("recordingBudget")}
          label={texts.recordingBudget}
          value={Math.round(recordingBudget / MEBIBYTE)}
          min={1}
          max={1_000_000}
          onChange={(size) => {
            if (size !== null) changeSettings({ recordingBudget: bytes(size * MEBIBYTE) });
          }}
        />
      </SettingRow>
    </>
  );
}
