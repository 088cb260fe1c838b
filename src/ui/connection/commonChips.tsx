import { GENERATED } from "../../core/profile/template.ts";
import { readParams, writeParams } from "../../core/protocols/query.ts";
import { seconds } from "../../core/units/units.ts";
import { editProfile } from "../../state/connection.ts";
import { draftOf } from "../../state/tab.ts";
import { activeTab, useTab, workbench } from "../../state/workbench.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { NumberField } from "../parts/NumberField.tsx";
import { Pairs } from "../parts/Pairs.tsx";
import { draftSummary } from "../draftSummary.ts";
import { useText } from "../text.ts";
import { Chip } from "./Chip.tsx";

export function ParamsChip() {
  const t = useText();
  const url = useTab((tab) => tab.profile.url);
  const params = readParams(url);
  return (
    <Chip
      name={t.chips.params}
      value={params.length > 0 ? String(params.length) : null}
      unset={t.app.none}
      hint={t.chips.paramsHint}
      width={420}
    >
      <Pairs
        pairs={params}
        onChange={(changed) => {
          editProfile({ url: writeParams(url, changed) });
        }}
        nameLabel={t.app.name}
        valueLabel={t.app.value}
        removeLabel={t.app.remove}
        addLabel={t.app.add}
      />
    </Chip>
  );
}

export function VariablesChip() {
  const t = useText();
  const variables = useTab((tab) => tab.profile.variables);
  return (
    <Chip
      name={t.chips.variables}
      value={variables.length > 0 ? String(variables.length) : null}
      unset={t.app.none}
      hint={t.chips.variablesHint}
      width={420}
    >
      <Pairs
        pairs={variables}
        onChange={(changed) => {
          editProfile({ variables: changed.map((pair, at) => ({ ...pair, secret: variables[at]?.secret ?? false })) });
        }}
        nameLabel={t.app.name}
        valueLabel={t.app.value}
        removeLabel={t.app.remove}
        addLabel={t.app.add}
      />
      <p className="hint">
        {t.chips.generated}: <span className="mono">{GENERATED.map((name) => `{{${name}}}`).join(" ")}</span>
      </p>
    </Chip>
  );
}

export function TimeoutChip() {
  const t = useText();
  const timeout = useTab((tab) => tab.profile.connectTimeout);
  return (
    <Chip name={t.chips.timeout} value={`${String(timeout / 1000)} s`} unset="" hint={t.chips.timeoutHint} width={260}>
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
    </Chip>
  );
}

export function OnOpenChip() {
  const t = useText();
  const onOpen = useTab((tab) => tab.profile.onOpen);
  return (
    <Chip
      name={t.chips.onOpen}
      value={onOpen.length > 0 ? String(onOpen.length) : null}
      unset={t.app.none}
      hint={t.chips.onOpenHint}
      width={420}
    >
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
      <button
        type="button"
        className="btn self-start"
        onClick={() => {
          editProfile({ onOpen: [...onOpen, draftOf(activeTab(workbench()))] });
        }}
      >
        {t.chips.onOpenAdd}
      </button>
    </Chip>
  );
}
