import type { ReactNode } from "react";
import { defaultSettings, type Settings } from "../../core/profile/settings.ts";
import type { SettingTexts } from "../../i18n/settings/settingTexts.ts";
import { changeSettings } from "../../state/persist.ts";
import { useWorkbench } from "../../state/workbench.ts";
import { IconButton } from "../parts/IconButton.tsx";

interface SettingRowProps {
  readonly texts: SettingTexts;
  /** What is set back; the first one gives the row its id. */
  readonly of: readonly (keyof Settings)[];
  readonly name: string;
  readonly hint?: string;
  /** Whether the control brings its own name, as a box to tick does. */
  readonly isNamed?: boolean;
  readonly children: ReactNode;
}

export const settingId = (of: keyof Settings): string => `set-${of}`;

/** One setting: its name, its control, and the way back to what it was at first. */
export function SettingRow({ texts, of, name, hint, isNamed = false, children }: SettingRowProps) {
  const isChanged = useWorkbench(({ settings }) =>
    of.some((key) => JSON.stringify(settings[key]) !== JSON.stringify(defaultSettings[key])),
  );
  const [first] = of;
  return (
    <div className="set-row" data-setting={first}>
      {isNamed || first === undefined ? null : <label htmlFor={settingId(first)}>{name}</label>}
      <div className={`set-control ${isNamed ? "is-wide" : ""}`}>
        {children}
        {hint === undefined ? null : <p className="hint">{hint}</p>}
      </div>
      <IconButton
        icon="again"
        className={isChanged ? "" : "is-gone"}
        label={texts.reset(name)}
        disabled={!isChanged}
        onClick={() => {
          changeSettings(Object.fromEntries(of.map((key) => [key, defaultSettings[key]])));
        }}
      />
    </div>
  );
}
