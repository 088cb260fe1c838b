import type { SocketIoOptions } from "../../../core/profile/profile.ts";
import { editProfile } from "../../../state/connection.ts";
import { activeTab, useTab, workbench } from "../../../state/workbench.ts";
import { Check } from "../../parts/Check.tsx";
import { Pairs } from "../../parts/Pairs.tsx";
import { Select } from "../../parts/Select.tsx";
import { TextField } from "../../parts/TextField.tsx";
import { useSocketIoTexts } from "../../socketio/useSocketIoTexts.ts";
import { useText } from "../../text.ts";
import { FieldFaults, useHasFault } from "../FieldFaults.tsx";
import { TRANSPORT_CHOICES, TRANSPORTS, transportChoice } from "../transportChoice.ts";
import { Panel } from "./Panel.tsx";

export function edit(change: Partial<SocketIoOptions>): void {
  editProfile({ socketio: { ...activeTab(workbench()).profile.socketio, ...change } });
}

export function PathPanel() {
  const t = useText();
  const path = useTab((tab) => tab.profile.socketio.path);
  return (
    <Panel hint={t.chips.pathHint}>
      <TextField
        label={t.chips.path}
        isMono
        value={path}
        placeholder="/socket.io/"
        onChange={(typed) => {
          edit({ path: typed });
        }}
      />
      <FieldFaults field="path" />
    </Panel>
  );
}

export function AuthPanel() {
  const t = useText();
  const { auth, clientVersion } = useTab((tab) => tab.profile.socketio);
  const isWrong = useHasFault("auth");
  return (
    <Panel hint={clientVersion === "2" ? t.chips.authHintV2 : t.chips.authHint}>
      <span className={`field field-area ${isWrong ? "is-wrong" : ""}`}>
        <textarea
          className="mono"
          aria-label={t.chips.auth}
          aria-invalid={isWrong}
          spellCheck={false}
          rows={4}
          placeholder={'{"token": "…"}'}
          value={auth}
          onChange={(event) => {
            edit({ auth: event.target.value });
          }}
        />
      </span>
      <FieldFaults field="auth" source={auth} />
    </Panel>
  );
}

export function TransportsPanel() {
  const t = useText();
  const texts = useSocketIoTexts();
  const { transports, withCredentials, tryAllTransports, upgrade, clientVersion } = useTab(
    (tab) => tab.profile.socketio,
  );
  const wantsWebTransport = transports.includes("webtransport");
  return (
    <Panel hint={t.chips.transportsHint}>
      <Select
        label={t.chips.transports}
        value={transportChoice(transports)}
        options={TRANSPORT_CHOICES.map((value) => ({ value, text: t.chips.transportChoices[value] }))}
        onChange={(choice) => {
          edit({ transports: TRANSPORTS[choice] });
        }}
      />
      {texts === null ? null : (
        <>
          {wantsWebTransport ? (
            <p className="hint">
              {"WebTransport" in globalThis ? texts.transports.webtransport : texts.transports.noWebtransport}
            </p>
          ) : null}
          {clientVersion === "2" ? null : (
            <Check
              text={texts.transports.tryAll}
              checked={tryAllTransports}
              onChange={(isOn) => {
                edit({ tryAllTransports: isOn });
              }}
            />
          )}
          <Check
            text={texts.transports.upgrade}
            checked={upgrade}
            onChange={(isOn) => {
              edit({ upgrade: isOn });
            }}
          />
        </>
      )}
      <Check
        text={t.chips.credentials}
        checked={withCredentials}
        onChange={(isOn) => {
          edit({ withCredentials: isOn });
        }}
      />
      <p className="hint">{t.chips.credentialsHint.replaceAll("`", "")}</p>
    </Panel>
  );
}

const NO_HEADER = { name: "", value: "" };

export function HeadersPanel() {
  const t = useText();
  const headers = useTab((tab) => tab.profile.socketio.headers);
  return (
    <Panel hint={t.chips.headersHint}>
      <Pairs
        pairs={headers}
        empty={NO_HEADER}
        onChange={(changed) => {
          edit({ headers: changed });
        }}
        nameLabel={t.app.name}
        valueLabel={t.app.value}
        removeLabel={t.app.remove}
        addLabel={t.app.add}
      />
      <FieldFaults field="headers" />
    </Panel>
  );
}
