import { SOCKETIO_CLIENTS, type SocketIoOptions } from "../../core/profile/profile.ts";
import { readJson } from "../../core/units/json.ts";
import { editProfile } from "../../state/connection.ts";
import { setWorkbench, useTab } from "../../state/workbench.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { Select } from "../parts/Select.tsx";
import { useText } from "../text.ts";
import { Chip } from "./Chip.tsx";
import { useHasFault } from "./FieldFaults.tsx";
import { transportChoice } from "./transportChoice.ts";

/** What Socket.IO has and a raw WebSocket has not. */
export function SocketIoChips() {
  const t = useText();
  const options = useTab((tab) => tab.profile.socketio);
  const { auth, clientVersion, headers, namespaces, parser, answers } = options;
  const edit = (change: Partial<SocketIoOptions>): void => {
    editProfile({ socketio: { ...options, ...change } });
  };
  // Client v2 sends none; what was typed is kept for v4.
  const hasAuth = auth.trim() !== "";
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
        value={clientVersion}
        options={SOCKETIO_CLIENTS.map((value) => ({ value, text: t.chips.versionOf[value] }))}
        onChange={(chosen) => {
          edit({ clientVersion: chosen });
        }}
      />
      <IconButton
        icon="search"
        label={t.chips.detect}
        onClick={() => {
          setWorkbench({ dialog: { is: "detect" } });
        }}
      />
      <Chip
        name={t.chips.namespaces}
        value={namespaces.length > 0 ? String(namespaces.length) : null}
        unset={t.app.none}
        isWrong={useHasFault("namespaces")}
        panel="namespaces"
        width={420}
      />
      <Chip
        name={t.chips.ioEvents}
        value={parser === "default" ? (answers.length > 0 ? String(answers.length) : null) : parser}
        unset="JSON"
        isWrong={useHasFault("answers")}
        panel="ioEvents"
        width={420}
      />
      <Chip
        name={t.chips.path}
        value={options.path}
        unset="/socket.io/"
        isMono
        isWrong={useHasFault("path")}
        panel="path"
      />
      <Chip
        name={t.chips.auth}
        value={hasAuth && clientVersion !== "2" ? t.chips.authFields(countKeys(auth)) : null}
        unset={hasAuth ? t.chips.authIgnored : t.app.none}
        isWrong={useHasFault("auth")}
        panel="auth"
      />
      <Chip
        name={t.chips.transports}
        value={t.chips.transportChoices[transportChoice(options.transports)]}
        unset=""
        panel="transports"
      />
      <Chip
        name={t.chips.headers}
        value={headers.length > 0 ? String(headers.length) : null}
        unset={t.app.none}
        isWrong={useHasFault("headers")}
        panel="headers"
        width={420}
      />
    </>
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
