import { SOCKETIO_CLIENTS, type SocketIoOptions, type SocketIoTransport } from "../../core/profile/profile.ts";
import { readJson } from "../../core/units/json.ts";
import { editProfile } from "../../state/connection.ts";
import { useTab } from "../../state/workbench.ts";
import { Pairs } from "../parts/Pairs.tsx";
import { Select } from "../parts/Select.tsx";
import { TextField } from "../parts/TextField.tsx";
import { useText } from "../text.ts";
import { Chip } from "./Chip.tsx";
import { FieldFaults, useHasFault } from "./FieldFaults.tsx";

const TRANSPORTS: Readonly<Record<"both" | "first" | "websocket" | "polling", readonly SocketIoTransport[]>> = {
  both: ["polling", "websocket"],
  first: ["websocket", "polling"],
  websocket: ["websocket"],
  polling: ["polling"],
};
type TransportChoice = keyof typeof TRANSPORTS;
const TRANSPORT_CHOICES = Object.keys(TRANSPORTS) as readonly TransportChoice[];

/** What Socket.IO has and a raw WebSocket has not. */
export function SocketIoChips() {
  const t = useText();
  const options = useTab((tab) => tab.profile.socketio);
  const edit = (change: Partial<SocketIoOptions>): void => {
    editProfile({ socketio: { ...options, ...change } });
  };
  const chosen = TRANSPORT_CHOICES.find((choice) => TRANSPORTS[choice].join() === options.transports.join()) ?? "both";
  return (
    <>
      <label className="field w-44">
        <span className="text-text-3" aria-hidden="true">
          {t.chips.namespace}
        </span>
        <input
          className="mono"
          aria-label={t.chips.namespace}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          value={options.namespace}
          onChange={(event) => {
            edit({ namespace: event.target.value });
          }}
        />
      </label>
      <Select
        label={t.chips.version}
        value={options.clientVersion}
        options={SOCKETIO_CLIENTS.map((value) => ({ value, text: t.chips.versionOf[value] }))}
        onChange={(clientVersion) => {
          edit({ clientVersion });
        }}
      />
      <Chip
        name={t.chips.path}
        value={options.path}
        unset="/socket.io/"
        isMono
        isWrong={useHasFault("path")}
        hint={t.chips.pathHint}
      >
        <TextField
          label={t.chips.path}
          isMono
          value={options.path}
          placeholder="/socket.io/"
          onChange={(path) => {
            edit({ path });
          }}
        />
        <FieldFaults field="path" />
      </Chip>
      <AuthChip
        auth={options.auth}
        isSent={options.clientVersion !== "2"}
        onChange={(auth) => {
          edit({ auth });
        }}
      />
      <Chip name={t.chips.transports} value={t.chips.transportChoices[chosen]} unset="" hint={t.chips.transportsHint}>
        <Select
          label={t.chips.transports}
          value={chosen}
          options={TRANSPORT_CHOICES.map((value) => ({ value, text: t.chips.transportChoices[value] }))}
          onChange={(choice) => {
            edit({ transports: TRANSPORTS[choice] });
          }}
        />
        <label className="chk">
          <input
            type="checkbox"
            className="box"
            checked={options.withCredentials}
            onChange={(event) => {
              edit({ withCredentials: event.target.checked });
            }}
          />
          {t.chips.credentials}
        </label>
        <p className="hint">{t.chips.credentialsHint.replaceAll("`", "")}</p>
      </Chip>
      <Chip
        name={t.chips.headers}
        value={options.headers.length > 0 ? String(options.headers.length) : null}
        unset={t.app.none}
        isWrong={useHasFault("headers")}
        hint={t.chips.headersHint}
        width={420}
      >
        <Pairs
          pairs={options.headers}
          onChange={(headers) => {
            edit({ headers });
          }}
          nameLabel={t.app.name}
          valueLabel={t.app.value}
          removeLabel={t.app.remove}
          addLabel={t.app.add}
        />
        <FieldFaults field="headers" />
      </Chip>
    </>
  );
}

interface AuthChipProps {
  readonly auth: string;
  /** Client v2 sends none; what was typed is kept for v4. */
  readonly isSent: boolean;
  readonly onChange: (auth: string) => void;
}

function AuthChip({ auth, isSent, onChange }: AuthChipProps) {
  const t = useText();
  const isWrong = useHasFault("auth");
  return (
    <Chip
      name={t.chips.auth}
      value={auth.trim() === "" || !isSent ? null : t.chips.authFields(countKeys(auth))}
      unset={auth.trim() === "" ? t.app.none : t.chips.authIgnored}
      isWrong={isWrong}
      hint={isSent ? t.chips.authHint : t.chips.authHintV2}
    >
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
            onChange(event.target.value);
          }}
        />
      </span>
      <FieldFaults field="auth" source={auth} />
    </Chip>
  );
}

/** Keys of the outermost object; a template that is no JSON yet counts as none. */
function countKeys(auth: string): number {
  const read = readJson(auth.replace(/\{\{[^{}]*\}\}/g, "0"));
  if (!read.ok) return 0;
  let depth = 0;
  let keys = 0;
  for (const { kind } of read.value) {
    if (kind === "{" || kind === "[") depth++;
    else if (kind === "}" || kind === "]") depth--;
    else if (kind === ":" && depth === 1) keys++;
  }
  return keys;
}
