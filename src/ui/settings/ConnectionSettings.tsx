import { PROBE_POLICIES } from "../../core/units/probePolicy.ts";
import type { Variable } from "../../core/profile/template.ts";
import type { SettingTexts } from "../../i18n/settings/settingTexts.ts";
import { changeSettings } from "../../state/persist.ts";
import { useWorkbench } from "../../state/workbench.ts";
import { HeartbeatFields } from "../connection/panels/HeartbeatPanel.tsx";
import { ReconnectFields } from "../connection/panels/ReconnectPanel.tsx";
import { SelectRow, SettingRow } from "./SettingRow.tsx";

const NO_VARIABLES: readonly Variable[] = [];

export function ConnectionSettings({ texts }: { readonly texts: SettingTexts }) {
  const defaults = useWorkbench((state) => state.settings.defaults);
  return (
    <>
      <SelectRow
        texts={texts}
        of="probes"
        name={texts.probes}
        hint={texts.probesHint}
        options={PROBE_POLICIES.map((value) => ({ value, text: texts.probeChoices[value] }))}
      />
      <SettingRow texts={texts} of="defaults" name={texts.defaults} isNamed>
        <div role="group" aria-label={texts.defaults} className="flex flex-col gap-2">
          <span className="text-text-2">{texts.defaults}</span>
          <ReconnectFields
            reconnect={defaults.reconnect}
            onChange={(reconnect) => {
              changeSettings({ defaults: { ...defaults, reconnect } });
            }}
          />
          <HeartbeatFields
            heartbeat={defaults.heartbeat}
            variables={NO_VARIABLES}
            shape="frame"
            onChange={(heartbeat) => {
              changeSettings({ defaults: { ...defaults, heartbeat } });
            }}
          />
        </div>
      </SettingRow>
    </>
  );
}
