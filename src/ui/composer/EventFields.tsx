import { namespaceOf } from "../../core/protocols/socketio.ts";
import { addPart, editDraft, expectAck, removePart, showPart } from "../../state/composer.ts";
import { seconds } from "../../core/units/units.ts";
import { useTab } from "../../state/workbench.ts";
import { Check } from "../parts/Check.tsx";
import { Icon } from "../parts/Icon.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { NumberField } from "../parts/NumberField.tsx";
import { Select } from "../parts/Select.tsx";
import { useSocketIoTexts } from "../socketio/useSocketIoTexts.ts";
import { useText } from "../text.ts";

/** Name, acknowledgement and arguments of a Socket.IO event. */
export function EventFields() {
  const t = useText();
  const { event, ack } = useTab((tab) => tab.composer.event);
  return (
    <>
      <div className="event-bar">
        <label className="field min-w-40 flex-1">
          <span className="text-text-3" aria-hidden="true">
            {t.composer.event}
          </span>
          <input
            className="mono"
            aria-label={t.composer.event}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            value={event}
            onChange={(change) => {
              editDraft({ event: change.target.value });
            }}
          />
        </label>
        <Target />
        <Check
          text={t.composer.expectAck}
          checked={ack !== null}
          onChange={(isOn) => {
            expectAck(isOn);
          }}
        />
        {ack === null ? null : (
          <span className="flex w-32 items-center gap-1">
            <span className="flex-none text-text-3">{t.composer.ackWithin}</span>
            <NumberField
              label={t.composer.ackSeconds}
              value={ack / 1000}
              min={0.01}
              max={3600}
              unit={t.app.seconds}
              onChange={(count) => {
                if (count !== null) editDraft({ ack: seconds(count) });
              }}
            />
          </span>
        )}
      </div>
      <Arguments />
    </>
  );
}

/** Where the event goes, once there is a choice; and whether it may be lost. */
function Target() {
  const texts = useSocketIoTexts()?.composer;
  const { namespace = "", volatile = false } = useTab((tab) => tab.composer.event);
  const { namespaces, namespace: own, clientVersion } = useTab((tab) => tab.profile.socketio);
  if (!texts) return null;
  const names = namespaces.filter(({ name }) => name.trim() !== "").map(({ name }) => namespaceOf(name));
  const options = [
    { value: "", text: texts.own(own === "" ? "/" : own) },
    ...[...new Set(namespace === "" ? names : [...names, namespace])].map((value) => ({ value, text: value })),
  ];
  return (
    <>
      {options.length > 1 ? (
        <Select
          label={texts.to}
          value={namespace}
          options={options}
          onChange={(chosen) => {
            editDraft({ namespace: chosen });
          }}
        />
      ) : null}
      {clientVersion === "2" ? null : (
        <span title={texts.volatileHint}>
          <Check
            text={texts.volatile}
            checked={volatile}
            onChange={(isOn) => {
              editDraft({ volatile: isOn });
            }}
          />
        </span>
      )}
    </>
  );
}

function Arguments() {
  const t = useText();
  const parts = useTab((tab) => tab.composer.event.parts);
  const shown = useTab((tab) => tab.composer.part);
  return (
    <div className="ptabs is-plain">
      <div className="flex h-full min-w-0 overflow-x-auto" role="tablist" aria-label={t.composer.args}>
        {parts.map((part, at) => (
          <button
            // oxlint-disable-next-line react/no-array-index-key -- an argument is its place
            key={at}
            type="button"
            role="tab"
            className="ptab"
            aria-selected={at === shown}
            onClick={() => {
              showPart(at);
            }}
          >
            {t.composer.arg(at + 1)} <span className="text-text-3">{t.composer.formats[part.format]}</span>
          </button>
        ))}
      </div>
      <IconButton icon="add" label={t.composer.addArg} onClick={addPart} />
      <span className="grow" />
      {parts.length > 0 ? (
        <button
          type="button"
          className="icon-btn"
          aria-label={t.composer.removeArg(shown + 1)}
          title={t.composer.removeArg(shown + 1)}
          onClick={() => {
            removePart(shown);
          }}
        >
          <Icon name="clear" />
        </button>
      ) : null}
    </div>
  );
}
