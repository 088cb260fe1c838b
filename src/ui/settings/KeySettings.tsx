import { useState, type KeyboardEvent } from "react";
import { COMMAND_IDS, keysOf, rivalsOf, scopeOf, KEYMAP, type CommandId } from "../../core/profile/keymap.ts";
import { isTaken, shortcutOf, shownKeys, type Shortcut } from "../../core/profile/shortcut.ts";
import type { CommandTexts } from "../../i18n/commands/commandTexts.ts";
import type { SettingTexts } from "../../i18n/settings/settingTexts.ts";
import { changeSettings } from "../../state/persist.ts";
import { useWorkbench } from "../../state/workbench.ts";
import { COMMANDS, GROUPS } from "../commands/commands.ts";
import { isMac, submitKey } from "../keys.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { TextField } from "../parts/TextField.tsx";
import { KeyCaps } from "./KeyCaps.tsx";
import { CheckRow } from "./SettingRow.tsx";

interface KeySettingsProps {
  readonly texts: SettingTexts;
  readonly commands: CommandTexts;
}

const text = (shortcut: Shortcut): string => shownKeys(shortcut, isMac).join(" ");

/** Every command with its keys, each of which can be changed, and the keys that stay. */
export function KeySettings({ texts, commands }: KeySettingsProps) {
  const [query, setQuery] = useState("");
  const keys = useWorkbench((state) => state.settings.keys);
  const wanted = query.trim().toLowerCase();
  const fits = (id: CommandId): boolean =>
    `${commands.names[id]}\n${text(keysOf(id, keys))}`.toLowerCase().includes(wanted);
  const found = COMMAND_IDS.filter(fits);
  return (
    <>
      <CheckRow texts={texts} of="letterKeys" name={texts.letterKeys} />
      <div className="flex items-start gap-2 pb-2">
        <TextField
          className="flex-1"
          type="search"
          label={commands.keys.search}
          placeholder={commands.keys.search}
          value={query}
          onChange={setQuery}
        />
        <button
          type="button"
          className="btn"
          disabled={Object.keys(keys).length === 0}
          onClick={() => {
            changeSettings({ keys: {} });
          }}
        >
          {commands.keys.resetAll}
        </button>
      </div>
      {found.length === 0 ? <p className="hint">{commands.keys.nothing}</p> : null}
      {GROUPS.map((group) => {
        const ids = found.filter((id) => COMMANDS[id].group === group);
        return ids.length === 0 ? null : (
          <div key={group} role="group" aria-label={commands.groups[group]}>
            <h4>{commands.groups[group]}</h4>
            {ids.map((id) => (
              <KeyRow key={id} id={id} commands={commands} />
            ))}
          </div>
        );
      })}
      {wanted === "" ? <FixedKeys commands={commands} /> : null}
    </>
  );
}

/** What came of the last try to change a shortcut. */
type Outcome =
  | { readonly is: "taken"; readonly keys: Shortcut }
  | { readonly is: "moved"; readonly keys: Shortcut; readonly from: CommandId };

function KeyRow({ id, commands: { names, keys: texts } }: { readonly id: CommandId; readonly commands: CommandTexts }) {
  const changes = useWorkbench((state) => state.settings.keys);
  const [isListening, setListening] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const shortcut = keysOf(id, changes);
  const name = names[id];
  const give = (given: Shortcut): void => {
    const [rival] = rivalsOf(id, given, changes);
    const others = Object.fromEntries(rivalsOf(id, given, changes).map((other) => [other, ""]));
    changeSettings({ keys: tidied({ ...changes, ...others, [id]: given }) });
    setOutcome(rival === undefined ? null : { is: "moved", keys: given, from: rival });
    setListening(false);
  };
  const hear = (event: KeyboardEvent): void => {
    if (!isListening) return;
    // Tab leads on, as everywhere: nobody is caught here.
    if (event.key === "Tab") {
      setListening(false);
      return;
    }
    event.preventDefault();
    if (event.key === "Escape") setListening(false);
    else if (event.key === "Backspace") give("");
    else {
      const pressed = shortcutOf(event.nativeEvent, isMac);
      if (pressed === null) return;
      if (isTaken(pressed)) setOutcome({ is: "taken", keys: pressed });
      else give(pressed);
    }
  };
  return (
    <div className="key-row" data-command={id}>
      <span className="grow">
        {name}
        {scopeOf(id) === "page" ? null : <small className="text-text-3"> · {texts.scopes[scopeOf(id)]}</small>}
      </span>
      <button
        type="button"
        className={`btn key-button ${isListening ? "is-listening" : ""}`}
        aria-label={texts.change(name, isListening ? texts.press : text(shortcut) || texts.none)}
        title={isListening ? texts.pressHint : undefined}
        onClick={() => {
          setListening(!isListening);
          setOutcome(null);
        }}
        onBlur={() => {
          setListening(false);
        }}
        onKeyDown={hear}
      >
        {isListening ? (
          <span className="text-text-2">{texts.press}</span>
        ) : shortcut === "" ? (
          <span className="text-text-3">{texts.none}</span>
        ) : (
          <KeyCaps shortcut={shortcut} />
        )}
      </button>
      <IconButton
        icon="again"
        className={Object.hasOwn(changes, id) ? "" : "is-gone"}
        label={texts.reset(name)}
        disabled={!Object.hasOwn(changes, id)}
        onClick={() => {
          give(KEYMAP[id].keys);
        }}
      />
      <span role="status" className={outcome?.is === "taken" ? "says is-wrong" : "hint"}>
        {isListening && outcome === null ? texts.pressHint : null}
        {outcome?.is === "taken" ? texts.taken(text(outcome.keys)) : null}
        {outcome?.is === "moved" ? texts.rival(text(outcome.keys), names[outcome.from]) : null}
      </span>
    </div>
  );
}

/** Without what is as it was at first. */
const tidied = (changes: Readonly<Record<string, Shortcut>>): Readonly<Record<string, Shortcut>> =>
  Object.fromEntries(
    Object.entries(changes).filter(
      ([id, keys]) => !(COMMAND_IDS as readonly string[]).includes(id) || KEYMAP[id as CommandId].keys !== keys,
    ),
  );

function FixedKeys({ commands: { keys: texts } }: { readonly commands: CommandTexts }) {
  const rows = texts.fixedRows;
  const list: readonly (readonly [what: string, keys: readonly string[]])[] = [
    [rows.submit, [submitKey]],
    [rows.inspect, ["Enter", "Esc"]],
    [rows.rows, ["↑ ↓", "PgUp PgDn"]],
    [rows.ends, ["Home", "End"]],
    [rows.menu, [isMac ? "⌃ ⇧ F10" : "Shift F10"]],
    [rows.tabs, ["← →", "Del"]],
    [rows.splitter, ["← → ↑ ↓"]],
    [rows.history, ["↑ ↓"]],
    [rows.undo, [isMac ? "⌘ Z" : "Ctrl Z", isMac ? "⇧ ⌘ Z" : "Ctrl Y"]],
  ];
  return (
    <div role="group" aria-label={texts.fixed}>
      <h4>{texts.fixed}</h4>
      {list.map(([what, keys]) => (
        <div key={what} className="key-row">
          <span className="grow">{what}</span>
          <span className="flex gap-1">
            {keys.map((one) => (
              <kbd key={one} className="kb">
                {one}
              </kbd>
            ))}
          </span>
        </div>
      ))}
    </div>
  );
}
