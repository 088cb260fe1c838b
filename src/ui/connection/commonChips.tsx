import { encodeDraft } from "../../core/profile/message.ts";
import { PROTOCOLS } from "../../core/protocols/index.ts";
import { readParams } from "../../core/protocols/query.ts";
import { previewFill } from "../../state/connection.ts";
import { effective } from "../../state/effective.ts";
import { useTab } from "../../state/workbench.ts";
import { useText } from "../text.ts";
import { Chip } from "./Chip.tsx";
import { useHasFault } from "./FieldFaults.tsx";

/** How many there are; null: none. */
const counted = (count: number): string | null => (count > 0 ? String(count) : null);
const inSeconds = (span: number): string => `${String(span / 1000)} s`;

export function ParamsChip() {
  const t = useText();
  const count = useTab(({ profile }) => readParams(profile.url).length);
  return <Chip name={t.chips.params} value={counted(count)} unset={t.app.none} panel="params" width={420} />;
}

export function VariablesChip() {
  const t = useText();
  const count = useTab(({ profile }) => profile.variables.length);
  return <Chip name={t.chips.variables} value={counted(count)} unset={t.app.none} panel="variables" width={420} />;
}

export function TimeoutChip() {
  const t = useText();
  const timeout = useTab((tab) => tab.profile.connectTimeout);
  return <Chip name={t.chips.timeout} value={inSeconds(timeout)} unset="" panel="timeout" width={260} />;
}

export function OnOpenChip() {
  const t = useText();
  const count = useTab(({ profile }) => profile.onOpen.length);
  const isWrong = useHasFault("onOpen");
  return (
    <Chip
      name={t.chips.onOpen}
      value={counted(count)}
      unset={t.app.none}
      isWrong={isWrong}
      panel="onOpen"
      width={420}
    />
  );
}

export function HeartbeatChip() {
  const t = useText();
  const { on, message, every } = useTab((tab) => tab.profile.heartbeat);
  const isWrong = useTab((tab) => {
    const { protocol, variables } = effective(tab);
    return on && !encodeDraft(message, PROTOCOLS[protocol].message, previewFill(variables)).ok;
  });
  const value = on ? inSeconds(every) : null;
  return <Chip name={t.chips.heartbeat} value={value} unset={t.app.off} isWrong={isWrong} panel="heartbeat" />;
}

export function ReconnectChip() {
  const t = useText();
  const { on, first, max } = useTab((tab) => tab.profile.reconnect);
  const value = on ? `${String(first / 1000)}–${inSeconds(max)}` : null;
  return <Chip name={t.chips.reconnect} value={value} unset={t.app.off} panel="reconnect" />;
}

export function SubprotocolsChip() {
  const t = useText();
  const set = useTab(({ profile }) => profile.websocket.subprotocols.filter((name) => name.trim() !== "").join(", "));
  const isWrong = useHasFault("subprotocols");
  return (
    <Chip
      name={t.chips.subprotocols}
      value={set === "" ? null : set}
      unset={t.app.none}
      isMono
      isWrong={isWrong}
      panel="subprotocols"
    />
  );
}

export function ClosingChip() {
  const t = useText();
  const { code, reason } = useTab((tab) => tab.profile.websocket.closing);
  const isWrong = useHasFault("closing");
  const value = code === null ? null : `${String(code)}${reason === "" ? "" : ` ${reason}`}`;
  return <Chip name={t.chips.closing} value={value} unset={t.app.none} isMono isWrong={isWrong} panel="closing" />;
}
