import type { WebSocketOptions } from "../../../core/profile/profile.ts";
import { editProfile } from "../../../state/connection.ts";
import { useTab } from "../../../state/workbench.ts";
import { NumberField } from "../../parts/NumberField.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { useText } from "../../text.ts";
import { Panel } from "./Panel.tsx";
import { FieldFaults, useHasFault } from "../FieldFaults.tsx";

export function SubprotocolsPanel() {
  const t = useText();
  const options = useTab((tab) => tab.profile.websocket);
  const isWrong = useHasFault("subprotocols");
  return (
    <Panel hint={t.chips.subprotocolsHint}>
      <span className={`field field-area ${isWrong ? "is-wrong" : ""}`}>
        <textarea
          className="mono"
          aria-label={t.chips.subprotocols}
          aria-invalid={isWrong}
          spellCheck={false}
          rows={3}
          value={options.subprotocols.join("\n")}
          onChange={(event) => {
            const { value } = event.target;
            editProfile({ websocket: { ...options, subprotocols: value === "" ? [] : value.split("\n") } });
          }}
        />
      </span>
      <FieldFaults field="subprotocols" />
    </Panel>
  );
}

export function ClosingPanel() {
  const t = useText();
  const options = useTab((tab) => tab.profile.websocket);
  const { code, reason } = options.closing;
  const edit = (closing: Partial<WebSocketOptions["closing"]>): void => {
    editProfile({ websocket: { ...options, closing: { ...options.closing, ...closing } } });
  };
  return (
    <Panel hint={t.chips.closingHint}>
      <div className="pop-f">
        <label htmlFor="closing-code">{t.chips.closingCode}</label>
        <NumberField
          id="closing-code"
          label={t.chips.closingCode}
          value={code}
          min={0}
          max={65_535}
          mayBeEmpty
          onChange={(chosen) => {
            edit({ code: chosen });
          }}
        />
        <label htmlFor="closing-reason">{t.chips.closingReason}</label>
        <TextField
          id="closing-reason"
          label={t.chips.closingReason}
          value={reason}
          onChange={(text) => {
            edit({ reason: text });
          }}
        />
      </div>
      <FieldFaults field="closing" />
    </Panel>
  );
}
