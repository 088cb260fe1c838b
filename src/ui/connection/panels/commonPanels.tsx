import { GENERATED } from "../../../core/profile/template.ts";
import { readParams, writeParams } from "../../../core/protocols/query.ts";
import { seconds } from "../../../core/units/units.ts";
import { editProfile } from "../../../state/connection.ts";
import { draftOf } from "../../../state/tab.ts";
import { activeTab, useTab, workbench } from "../../../state/workbench.ts";
import { IconButton } from "../../parts/IconButton.tsx";
import { NumberField } from "../../parts/NumberField.tsx";
import { Pairs } from "../../parts/Pairs.tsx";
import { draftSummary } from "../../draftSummary.ts";
import { useText } from "../../text.ts";
import { Panel } from "./Panel.tsx";
import { FieldFaults } from "../FieldFaults.tsx";

const NO_PARAM = { name: "", value: "" };
const NO_VARIABLE = { name: "", value: "", secret: false };

export function ParamsPanel() {
  const t = useText();
  const url = useTab((tab) => tab.profile.url);
  const params = readParams(url);
  return (
    <Panel hint={t.chips.paramsHint}>
      <Pairs
        pairs={params}
        empty={NO_PARAM}
        onChange={(changed) => {
          editProfile({ url: writeParams(url, changed) });
        }}
        nameLabel={t.app.name}
        valueLabel={t.app.value}
        removeLabel={t.app.remove}
        addLabel={t.app.add}
      />
    </Panel>
  );
}

export function VariablesPanel() {
  const t = useText();
  const variables = useTab((tab) => tab.profile.variables);
  return (
    <Panel hint={t.chips.variablesHint}>
      <Pairs
        pairs={variables}
        empty={NO_VARIABLE}
        secretLabel={t.chips.secret}
        onChange={(changed) => {
          editProfile({ variables: changed });
        }}
        nameLabel={t.app.name}
        valueLabel={t.app.value}
        removeLabel={t.app.remove}
        addLabel={t.app.add}
      />
      <p className="hint">
        {t.chips.generated}: <span className="mono">{GENERATED.map((name) => `{{${name}}}`).join(" ")}</span>
      </p>
    </Panel>
  );
}

export function TimeoutPanel() {
  const t = useText();
  const timeout = useTab((tab) => tab.profile.connectTimeout);
  return (
    <Panel hint={t.chips.timeoutHint}>
      <NumberField
        label={t.chips.timeout}
        value={timeout / 1000}
        min={0.1}
        max={3600}
        unit={t.app.seconds}
        onChange={(count) => {
          if (count !== null) editProfile({ connectTimeout: seconds(count) });
        }}
      />
    </Panel>
  );
}

export function OnOpenPanel() {
  const t = useText();
  const onOpen = useTab((tab) => tab.profile.onOpen);
  return (
    <Panel hint={t.chips.onOpenHint}>
      <ol className="flex flex-col">
        {onOpen.map((draft, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- equal messages may stand here twice; their place is their name
          <li key={at} className="flex h-6 items-center gap-2">
            <span className="text-text-3 w-4 text-right">{at + 1}</span>
            <span className="mono cut grow">{draftSummary(draft)}</span>
            <IconButton
              icon="close"
              label={`${t.app.remove} ${String(at + 1)}`}
              onClick={() => {
                editProfile({ onOpen: onOpen.filter((_, index) => index !== at) });
              }}
            />
          </li>
        ))}
      </ol>
      <FieldFaults field="onOpen" />
      <button
        type="button"
        className="btn self-start"
        onClick={() => {
          editProfile({ onOpen: [...onOpen, draftOf(activeTab(workbench()))] });
        }}
      >
        {t.chips.onOpenAdd}
      </button>
    </Panel>
  );
}
