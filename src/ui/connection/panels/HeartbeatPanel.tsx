import { encodeDraft } from "../../../core/profile/message.ts";
import type { Heartbeat } from "../../../core/profile/profile.ts";
import type { Variable } from "../../../core/profile/template.ts";
import { PROTOCOLS } from "../../../core/protocols/index.ts";
import { editProfile, previewFill } from "../../../state/connection.ts";
import { effective } from "../../../state/effective.ts";
import { emptyBody } from "../../../state/tab.ts";
import { useTab } from "../../../state/workbench.ts";
import { Check } from "../../parts/Check.tsx";
import { Rich } from "../../parts/Rich.tsx";
import { Select } from "../../parts/Select.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { draftFaultText, useText } from "../../text.ts";
import { Panel } from "./Panel.tsx";
import { SpanField } from "../SpanField.tsx";

export function HeartbeatPanel() {
  const t = useText();
  const heartbeat = useTab((tab) => tab.profile.heartbeat);
  const variables = useTab((tab) => effective(tab).variables);
  const shape = useTab((tab) => PROTOCOLS[tab.profile.protocol].message);
  return (
    <Panel hint={t.chips.heartbeatExpectHint}>
      <HeartbeatFields
        heartbeat={heartbeat}
        variables={variables}
        shape={shape}
        onChange={(changed) => {
          editProfile({ heartbeat: changed });
        }}
      />
    </Panel>
  );
}

interface HeartbeatFieldsProps {
  readonly heartbeat: Heartbeat;
  /** Those that its message may name. */
  readonly variables: readonly Variable[];
  readonly shape: "frame" | "event";
  readonly onChange: (heartbeat: Heartbeat) => void;
}

/** Of one connection, and of what new ones begin with. */
export function HeartbeatFields({ heartbeat, variables, shape, onChange }: HeartbeatFieldsProps) {
  const t = useText();
  const { on, message, every, expect, within, onMiss } = heartbeat;
  const body = message.parts[0] ?? emptyBody("text");
  const edit = (change: Partial<Heartbeat>): void => {
    onChange({ ...heartbeat, ...change });
  };
  const encoded = encodeDraft(message, shape, previewFill(variables));
  const fault = on && !encoded.ok ? <Rich text={draftFaultText(t, encoded.fault, [body.text])} /> : null;
  return (
    <>
      <Check
        text={t.chips.heartbeat}
        checked={on}
        onChange={(isOn) => {
          edit({ on: isOn });
        }}
      />
      <div className="pop-f">
        {shape === "event" ? (
          <>
            <label htmlFor="hb-event">{t.chips.heartbeatEvent}</label>
            <TextField
              id="hb-event"
              label={t.chips.heartbeatEvent}
              isMono
              value={message.event}
              onChange={(event) => {
                edit({ message: { ...message, event } });
              }}
            />
          </>
        ) : null}
        <label htmlFor="hb-message">{t.chips.heartbeatMessage}</label>
        <span className="flex gap-1">
          <Select
            label={t.composer.format}
            value={body.format === "file" ? "text" : body.format}
            options={(["text", "json", "hex", "base64"] as const).map((value) => ({
              value,
              text: t.composer.formats[value],
            }))}
            onChange={(format) => {
              edit({ message: { ...message, parts: [{ ...body, format }] } });
            }}
          />
          <TextField
            className="grow"
            id="hb-message"
            label={t.chips.heartbeatMessage}
            isMono
            value={body.text}
            onChange={(text) => {
              edit({ message: { ...message, parts: [{ ...body, text }] } });
            }}
          />
        </span>
        {fault === null ? null : <p className="says is-wrong col-span-2">{fault}</p>}
        <SpanField
          id="hb-every"
          label={t.chips.heartbeatEvery}
          value={every}
          min={0.01}
          max={86_400}
          onChange={(span) => {
            edit({ every: span });
          }}
        />
        <label htmlFor="hb-expect">{t.chips.heartbeatExpect}</label>
        <TextField
          id="hb-expect"
          label={t.chips.heartbeatExpect}
          isMono
          value={expect}
          onChange={(text) => {
            edit({ expect: text });
          }}
        />
        <SpanField
          id="hb-within"
          label={t.chips.heartbeatWithin}
          value={within}
          min={0.01}
          max={3600}
          onChange={(span) => {
            edit({ within: span });
          }}
        />
        <label htmlFor="hb-miss">{t.chips.heartbeatOnMiss}</label>
        <Select
          id="hb-miss"
          label={t.chips.heartbeatOnMiss}
          value={onMiss}
          options={[
            { value: "note", text: t.chips.heartbeatNote },
            { value: "close", text: t.chips.heartbeatClose },
          ]}
          onChange={(chosen) => {
            edit({ onMiss: chosen });
          }}
        />
      </div>
    </>
  );
}
