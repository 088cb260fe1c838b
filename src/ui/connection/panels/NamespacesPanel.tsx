import { namespaceOf } from "../../../core/protocols/socketio.ts";
import type { JoinedNamespace } from "../../../core/profile/profile.ts";
import { seconds } from "../../../core/units/units.ts";
import { joinNamespace } from "../../../state/socketio.ts";
import { setWorkbench, useTab } from "../../../state/workbench.ts";
import { Check } from "../../parts/Check.tsx";
import { IconButton } from "../../parts/IconButton.tsx";
import { Rich } from "../../parts/Rich.tsx";
import { useSocketIoTexts } from "../../socketio/useSocketIoTexts.ts";
import { FieldFaults } from "../FieldFaults.tsx";
import { SpanField } from "../SpanField.tsx";
import { Panel } from "./Panel.tsx";
import { edit } from "./socketIoPanels.tsx";

const RETRY = seconds(5);
const NO_NAMESPACE: JoinedNamespace = { name: "", auth: "", forceNew: false };

/** Namespaces besides the connection's own, each with its state and its button. */
export function NamespacesPanel() {
  const texts = useSocketIoTexts()?.namespaces;
  const namespaces = useTab((tab) => tab.profile.socketio.namespaces);
  const retry = useTab((tab) => tab.profile.socketio.retryNamespace);
  if (!texts) return null;
  const set = (at: number, change: Partial<JoinedNamespace>): void => {
    edit({ namespaces: namespaces.map((one, index) => (index === at ? { ...one, ...change } : one)) });
  };
  return (
    <Panel hint={texts.hint}>
      <ol className="flex flex-col gap-3">
        {namespaces.map((one, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a row is its place: names change while they are typed
          <li key={at} className="flex flex-col gap-1">
            <div className="flex items-center gap-2">
              <label className="field flex-1">
                <span className="vh">{texts.name}</span>
                <input
                  className="mono"
                  placeholder="/chat"
                  spellCheck={false}
                  autoComplete="off"
                  autoCapitalize="off"
                  value={one.name}
                  onChange={(event) => {
                    set(at, { name: event.target.value });
                  }}
                />
              </label>
              <NamespaceState name={one.name} />
              <IconButton
                icon="close"
                label={texts.remove(one.name)}
                onClick={() => {
                  edit({ namespaces: namespaces.filter((_, index) => index !== at) });
                }}
              />
            </div>
            <label className="field">
              <span className="text-text-3">{texts.auth}</span>
              <input
                className="mono"
                placeholder={'{"token": "…"}'}
                spellCheck={false}
                autoComplete="off"
                value={one.auth}
                onChange={(event) => {
                  set(at, { auth: event.target.value });
                }}
              />
            </label>
            <Check
              text={texts.forceNew.replaceAll("`", "")}
              checked={one.forceNew}
              onChange={(isOn) => {
                set(at, { forceNew: isOn });
              }}
            />
          </li>
        ))}
      </ol>
      <FieldFaults field="namespaces" />
      <button
        type="button"
        className="btn self-start"
        onClick={() => {
          edit({ namespaces: [...namespaces, NO_NAMESPACE] });
        }}
      >
        {texts.add}
      </button>
      <Check
        text={texts.retry}
        checked={retry !== null}
        onChange={(isOn) => {
          edit({ retryNamespace: isOn ? RETRY : null });
        }}
      />
      {retry === null ? null : (
        <div className="pop-f">
          <SpanField
            id="ns-retry"
            label={texts.retryEvery}
            value={retry}
            min={0.2}
            max={3600}
            onChange={(span) => {
              edit({ retryNamespace: span });
            }}
          />
        </div>
      )}
      <p className="hint">
        <Rich text={texts.retryHint} />
      </p>
      <button
        type="button"
        className="link-btn self-start"
        onClick={() => {
          setWorkbench({ dialog: { is: "admin" } });
        }}
      >
        {texts.admin}
      </button>
    </Panel>
  );
}

/** How it stands with one on the open connection, and the way in or out. */
function NamespaceState({ name }: { readonly name: string }) {
  const texts = useSocketIoTexts()?.namespaces;
  const isOpen = useTab((tab) => tab.session.phase === "open");
  const full = namespaceOf(name);
  const state = useTab((tab) => tab.live?.namespaces.find((one) => one.name === full) ?? null);
  if (!texts || !isOpen || name.trim() === "") return null;
  const is = state?.is ?? "none";
  const isIn = is === "joined" || is === "joining";
  return (
    <>
      <span
        className={is === "refused" ? "text-trouble" : is === "joined" ? "text-ok" : "text-text-3"}
        title={state?.message}
      >
        {texts.is[is]}
      </span>
      <button
        type="button"
        className="btn"
        onClick={() => {
          joinNamespace(full, !isIn);
        }}
      >
        {isIn ? texts.leave : texts.join}
      </button>
    </>
  );
}
