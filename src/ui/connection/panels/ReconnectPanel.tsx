import type { Reconnect } from "../../../core/profile/profile.ts";
import { editProfile } from "../../../state/connection.ts";
import { useTab } from "../../../state/workbench.ts";
import { Check } from "../../parts/Check.tsx";
import { NumberField } from "../../parts/NumberField.tsx";
import { useSocketIoTexts } from "../../socketio/useSocketIoTexts.ts";
import { useText } from "../../text.ts";
import { Panel } from "./Panel.tsx";
import { SpanField } from "../SpanField.tsx";

export function ReconnectPanel() {
  const t = useText();
  const reconnect = useTab((tab) => tab.profile.reconnect);
  return (
    <Panel hint={t.chips.reconnectHint}>
      <ReconnectFields
        reconnect={reconnect}
        onChange={(changed) => {
          editProfile({ reconnect: changed });
        }}
      />
    </Panel>
  );
}

interface ReconnectFieldsProps {
  readonly reconnect: Reconnect;
  readonly onChange: (reconnect: Reconnect) => void;
}

/** Of one connection, and of what new ones begin with. */
export function ReconnectFields({ reconnect, onChange }: ReconnectFieldsProps) {
  const t = useText();
  const { on, first, max, limit, jitter } = reconnect;
  const texts = useSocketIoTexts();
  const edit = (change: Partial<Reconnect>): void => {
    onChange({ ...reconnect, ...change });
  };
  return (
    <>
      <Check
        text={t.chips.reconnect}
        checked={on}
        onChange={(isOn) => {
          edit({ on: isOn });
        }}
      />
      <div className="pop-f">
        <SpanField
          id="re-first"
          label={t.chips.reconnectFirst}
          value={first}
          min={0.05}
          max={3600}
          onChange={(span) => {
            edit({ first: span, max: span > max ? span : max });
          }}
        />
        <SpanField
          id="re-max"
          label={t.chips.reconnectMax}
          value={max}
          min={first / 1000}
          max={86_400}
          onChange={(span) => {
            edit({ max: span });
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
        {texts === null ? null : (
          <>
            <label htmlFor="re-jitter">{texts.reconnect.jitter}</label>
            <NumberField
              id="re-jitter"
              label={texts.reconnect.jitter}
              value={jitter}
              min={0}
              max={1}
              onChange={(share) => {
                if (share !== null) edit({ jitter: share });
              }}
            />
          </>
        )}
      </div>
    </>
  );
}
