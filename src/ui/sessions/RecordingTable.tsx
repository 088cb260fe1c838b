import { useState } from "react";
import { formatCount, formatSize, formatSpan } from "../../i18n/format.ts";
import type { SessionTexts } from "../../i18n/sessions/sessionTexts.ts";
import { keepRecording, renameRecording, type Listed } from "../../state/recordings.ts";
import { chosenLocale } from "../locale.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { Menu } from "../parts/Menu.tsx";
import { TextField } from "../parts/TextField.tsx";

/** What is done with a recording once it is open. */
export type Then = "look" | "export-log" | "compare";

interface RecordingTableProps {
  readonly texts: SessionTexts;
  readonly list: readonly Listed[];
  readonly onOpen: (one: Listed, then: Then) => void;
  readonly onDelete: (one: Listed) => void;
  readonly onChange: () => void;
}

/** One recording a row; its name opens it, the rest stands in a menu. */
export function RecordingTable({ texts, list, onOpen, onDelete, onChange }: RecordingTableProps) {
  const words = texts.recordings;
  const [menu, setMenu] = useState<{ readonly of: Listed; readonly at: { x: number; y: number } } | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  return (
    <>
      <table className="rec">
        <thead>
          <tr>
            <th scope="col">{words.columns.name}</th>
            <th scope="col">{words.columns.when}</th>
            <th scope="col" className="rec-wide">
              {words.columns.lasted}
            </th>
            <th scope="col" className="rec-wide">
              {words.columns.entries}
            </th>
            <th scope="col">{words.columns.size}</th>
            <th>
              <span className="vh">{words.actions("")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.map((one) => (
            <tr key={one.id}>
              <td>
                {renaming === one.id ? (
                  <Rename
                    texts={texts}
                    one={one}
                    onDone={() => {
                      setRenaming(null);
                      onChange();
                    }}
                  />
                ) : (
                  <Name
                    texts={texts}
                    one={one}
                    onOpen={() => {
                      onOpen(one, "look");
                    }}
                  />
                )}
              </td>
              <td>{whenText(one.began)}</td>
              <td className="rec-wide">{formatSpan(Math.max(0, one.lastAt - one.began))}</td>
              <td className="rec-wide">{formatCount(one.entries)}</td>
              <td>{formatSize(one.size)}</td>
              <td>
                <IconButton
                  icon="more"
                  label={words.actions(one.name)}
                  onClick={(event) => {
                    const { left, bottom } = event.currentTarget.getBoundingClientRect();
                    setMenu({ of: one, at: { x: left, y: bottom } });
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {menu === null ? null : (
        <Menu
          label={words.actions(menu.of.name)}
          at={menu.at}
          groups={[
            [
              { text: words.actOpen, act: () => onOpen(menu.of, "look") },
              { text: words.actExport, act: () => onOpen(menu.of, "export-log") },
              { text: words.actCompare, act: () => onOpen(menu.of, "compare") },
            ],
            [
              { text: words.actRename, act: () => setRenaming(menu.of.id) },
              {
                text: menu.of.isKept ? words.actUnkeep : words.actKeep,
                act: () => void keepRecording(menu.of.id, !menu.of.isKept).then(onChange),
              },
            ],
            [
              {
                text: words.actDelete,
                isDangerous: true,
                isDisabled: menu.of.state === "running",
                act: () => onDelete(menu.of),
              },
            ],
          ]}
          onClose={() => {
            setMenu(null);
          }}
        />
      )}
    </>
  );
}

interface NameProps {
  readonly texts: SessionTexts;
  readonly one: Listed;
  readonly onOpen: () => void;
}

function Name({ texts: { recordings: words }, one, onOpen }: NameProps) {
  return (
    <span className="rec-name">
      <button type="button" className="link-btn cut" title={one.url} aria-label={words.open(one.name)} onClick={onOpen}>
        {one.name}
      </button>
      {one.state === "running" ? <span className="rec-state is-on">{words.states.running}</span> : null}
      {one.state === "broken" ? (
        <span className="rec-state is-broken" title={words.brokenHint}>
          {words.states.broken}
        </span>
      ) : null}
      {one.isKept ? <span className="rec-state">{words.states.kept}</span> : null}
    </span>
  );
}

interface RenameProps {
  readonly texts: SessionTexts;
  readonly one: Listed;
  readonly onDone: () => void;
}

function Rename({ texts: { recordings: words }, one, onDone }: RenameProps) {
  const [name, setName] = useState(one.name);
  const store = (): void => {
    if (name.trim() === "" || name === one.name) onDone();
    else void renameRecording(one.id, name.trim()).then(onDone, onDone);
  };
  return (
    <TextField
      label={words.rename(one.name)}
      value={name}
      maxLength={200}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was asked for a moment ago
      autoFocus
      onFocus={(event) => {
        event.currentTarget.select();
      }}
      onChange={setName}
      onBlur={store}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        // The dialog around it neither closes nor is sent.
        event.preventDefault();
        event.stopPropagation();
        if (event.key === "Enter") store();
        else onDone();
      }}
    />
  );
}

const whenText = (time: number): string =>
  new Intl.DateTimeFormat(chosenLocale(), { dateStyle: "short", timeStyle: "short" }).format(time);
