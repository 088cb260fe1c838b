import type { ReactNode } from "react";
import { defaultSettings, type Settings } from "../../core/profile/settings.ts";
import { bytes, type Bytes } from "../../core/units/units.ts";
import type { SettingTexts } from "../../i18n/settings/settingTexts.ts";
import { changeSettings } from "../../state/persist.ts";
import { useWorkbench } from "../../state/workbench.ts";
import { Check } from "../parts/Check.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { NumberField } from "../parts/NumberField.tsx";
import { Select } from "../parts/Select.tsx";

interface SettingRowProps {
  readonly texts: SettingTexts;
  readonly of: keyof Settings;
  readonly name: string;
  readonly hint?: string;
  /** Whether the control brings its own name, as a box to tick does. */
  readonly isNamed?: boolean;
  readonly children: ReactNode;
}

export const settingId = (of: keyof Settings): string => `set-${of}`;

/** One setting: its name, its control, and the way back to what it was at first. */
export function SettingRow({ texts, of, name, hint, isNamed = false, children }: SettingRowProps) {
  const isChanged = useWorkbench(
    ({ settings }) => JSON.stringify(settings[of]) !== JSON.stringify(defaultSettings[of]),
  );
  return (
    <div className="set-row" data-setting={of}>
      {isNamed ? null : <label htmlFor={settingId(of)}>{name}</label>}
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
          changeSettings({ [of]: defaultSettings[of] });
        }}
      />
    </div>
  );
}

/** Settings that are one of a few words. */
type Choice = "language" | "theme" | "layout" | "density" | "time" | "probes";

interface SelectRowProps<Of extends Choice> {
  readonly texts: SettingTexts;
  readonly of: Of;
  readonly name: string;
  readonly hint?: string;
  readonly options: readonly { readonly value: Settings[Of]; readonly text: string }[];
}

export function SelectRow<Of extends Choice>({ texts, of, name, hint, options }: SelectRowProps<Of>) {
  const value = useWorkbench(({ settings }) => settings[of]);
  return (
    <SettingRow texts={texts} of={of} name={name} {...(hint === undefined ? {} : { hint })}>
      <Select
        id={settingId(of)}
        label={name}
        value={value}
        options={options}
        onChange={(chosen) => {
          changeSettings({ [of]: chosen });
        }}
      />
    </SettingRow>
  );
}

interface CheckRowProps {
  readonly texts: SettingTexts;
  readonly of: "onePanel" | "profilesShown" | "recordEvery" | "letterKeys";
  readonly name: string;
}

export function CheckRow({ texts, of, name }: CheckRowProps) {
  const isOn = useWorkbench(({ settings }) => settings[of]);
  return (
    <SettingRow texts={texts} of={of} name={name} isNamed>
      <Check
        text={name}
        checked={isOn}
        onChange={(checked) => {
          changeSettings({ [of]: checked });
        }}
      />
    </SettingRow>
  );
}

interface MebibytesProps {
  readonly id: string;
  readonly label: string;
  readonly value: Bytes;
  readonly max: number;
  readonly onChange: (value: Bytes) => void;
}

const MEBIBYTE = 1024 * 1024;

/** A size, edited in MiB. */
export function Mebibytes({ id, label, value, max, onChange }: MebibytesProps) {
  return (
    <NumberField
      id={id}
      label={label}
      value={Math.round(value / MEBIBYTE)}
      min={1}
      max={max}
      onChange={(size) => {
        if (size !== null) onChange(bytes(size * MEBIBYTE));
      }}
    />
  );
}
