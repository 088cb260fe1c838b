import { COLUMNS, DENSITIES, TIMES } from "../../core/profile/settings.ts";
import type { SettingTexts } from "../../i18n/settings/settingTexts.ts";
import { changeSettings } from "../../state/persist.ts";
import { useWorkbench } from "../../state/workbench.ts";
import { Check } from "../parts/Check.tsx";
import { NumberField } from "../parts/NumberField.tsx";
import { useText } from "../text.ts";
import { CheckRow, Mebibytes, SelectRow, settingId, SettingRow } from "./SettingRow.tsx";

export function LogSettings({ texts }: { readonly texts: SettingTexts }) {
  const t = useText();
  const { budget, hidden, recordingBudget } = useWorkbench((state) => state.settings);
  const columns = { seq: t.log.seq, delta: t.log.delta, size: t.log.size };
  return (
    <>
      <SelectRow
        texts={texts}
        of="density"
        name={texts.density}
        options={DENSITIES.map((value) => ({ value, text: texts.densities[value] }))}
      />
      <SelectRow
        texts={texts}
        of="time"
        name={texts.time}
        options={TIMES.map((value) => ({ value, text: texts.times[value] }))}
      />
      <SettingRow texts={texts} of="hidden" name={texts.columns} isNamed>
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
      <SettingRow texts={texts} of="budget" name={texts.budgetEntries}>
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
          <Mebibytes
            id="set-size"
            label={texts.budgetSize}
            value={budget.bytes}
            max={16_000}
            onChange={(size) => {
              changeSettings({ budget: { ...budget, bytes: size } });
            }}
          />
          <p className="hint">{texts.budgetHint}</p>
        </div>
      </div>
      <CheckRow texts={texts} of="recordEvery" name={texts.recordEvery} />
      <SettingRow texts={texts} of="recordingBudget" name={texts.recordingBudget}>
        <Mebibytes
          id={settingId("recordingBudget")}
          label={texts.recordingBudget}
          value={recordingBudget}
          max={1_000_000}
          onChange={(size) => {
            changeSettings({ recordingBudget: size });
          }}
        />
      </SettingRow>
    </>
  );
}
