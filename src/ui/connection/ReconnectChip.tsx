import type { Reconnect } from "../../core/profile/profile.ts";
import { seconds } from "../../core/units/units.ts";
import { editProfile } from "../../state/connection.ts";
import { useTab } from "../../state/workbench.ts";
import { NumberField } from "../parts/NumberField.tsx";
import { useText } from "../text.ts";
import { Chip } from "./Chip.tsx";

export function ReconnectChip() {
  const t = useText();
  const reconnect = useTab((tab) => tab.profile.reconnect);
  const { on, first, max, limit } = reconnect;
  const edit = (change: Partial<Reconnect>): void => {
    editProfile({ reconnect: { ...reconnect, ...change } });
  };
  const value = on ? `${String(first / 1000)}–${String(max / 1000)} s` : null;
  return (
    <Chip name={t.chips.reconnect} value={value} unset={t.app.off} hint={t.chips.reconnectHint}>
      <label className="chk">
        <input
          type="checkbox"
          className="box"
          checked={on}
          onChange={(event) => {
            edit({ on: event.target.checked });
          }}
        />
        {t.chips.reconnect}
      </label>
      <div className="pop-f">
        <label htmlFor="re-first">{t.chips.reconnectFirst}</label>
        <NumberField
          id="re-first"
          label={t.chips.reconnectFirst}
          value={first / 1000}
          min={0.05}
          max={3600}
          unit={t.app.seconds}
          onChange={(count) => {
            if (count !== null) edit({ first: seconds(count), max: seconds(Math.max(count, max / 1000)) });
          }}
        />
        <label htmlFor="re-max">{t.chips.reconnectMax}</label>
        <NumberField
          id="re-max"
          label={t.chips.reconnectMax}
          value={max / 1000}
          min={first / 1000}
          max={86_400}
          unit={t.app.seconds}
          onChange={(count) => {
            if (count !== null) edit({ max: seconds(count) });
          }}
        />
        <label htmlFor="re-limit">{t.chips.reconnectLimit}</label>
        <NumberField
          id="re-limit"
          label={t.chips.reconnectLimit}
          value={limit}
          min={1}
          max={1_000_000}
          mayBeEmpty
          placeholder={t.chips.reconnectUnlimited}
          onChange={(count) => {
            edit({ limit: count });
          }}
        />
      </div>
    </Chip>
  );
}
