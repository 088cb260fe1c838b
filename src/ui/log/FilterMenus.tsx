import { useState } from "react";
import type { LogTexts } from "../../i18n/log/logTexts.ts";
import { changeSettings } from "../../state/persist.ts";
import { setFilter } from "../../state/log.ts";
import { useTab, useWorkbench } from "../../state/workbench.ts";
import { Icon } from "../parts/Icon.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { Popover } from "../parts/Popover.tsx";
import { Rich } from "../parts/Rich.tsx";
import { TextField } from "../parts/TextField.tsx";
import { useText } from "../text.ts";
import { useLogTexts } from "./useLogTexts.ts";

export function FilterHelp() {
  const t = useText();
  const texts = useLogTexts();
  return (
    <Popover
      label={t.log.filterHelp}
      buttonLabel={t.log.filterHelp}
      buttonClass="icon-btn"
      button={<Icon name="help" />}
      width={520}
    >
      <dl className="pop-b">
        {texts?.help.map(([what, means]) => (
          <div key={what} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-2">
            <dt>
              <Rich text={what ?? ""} />
            </dt>
            <dd className="text-text-2">
              <Rich text={means ?? ""} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="hint px-3 pb-3">
        <Rich text={texts?.helpKeys ?? ""} />
      </p>
    </Popover>
  );
}

/** Filters that have a name: kept with the settings, for every connection. */
export function SavedFilters() {
  const texts = useLogTexts();
  if (!texts) return null;
  return (
    <Popover
      label={texts.saved.label}
      buttonLabel={texts.saved.label}
      buttonClass="icon-btn"
      button={<Icon name="saved" />}
      width={360}
    >
      {(close) => <SavedList texts={texts} close={close} />}
    </Popover>
  );
}

function SavedList({ texts, close }: { readonly texts: LogTexts; readonly close: () => void }) {
  const filter = useTab((tab) => tab.log.filter.trim());
  const filters = useWorkbench((state) => state.settings.filters);
  const [name, setName] = useState("");
  const save = (): void => {
    const named = name.trim() === "" ? filter : name.trim();
    if (filter === "") return;
    changeSettings({ filters: [...filters.filter((one) => one.name !== named), { name: named, filter }] });
    setName("");
  };
  return (
    <div className="pop-b">
      {filters.length === 0 ? <p className="text-text-2">{texts.saved.none}</p> : null}
      {filters.length === 0 ? null : (
        <ul>
          {filters.map((one) => (
            <li key={one.name} className="flex items-center gap-2">
              <button
                type="button"
                className="menu-i min-w-0 flex-1"
                aria-pressed={one.filter === filter}
                onClick={() => {
                  close();
                  setFilter({ filter: one.filter });
                }}
              >
                <span className="cut grow">{one.name}</span>
                {one.name === one.filter ? null : <span className="mono cut text-text-3">{one.filter}</span>}
              </button>
              <IconButton
                icon="clear"
                label={texts.saved.remove(one.name)}
                onClick={() => {
                  changeSettings({ filters: filters.filter((other) => other !== one) });
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <form
        className="flex items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          className="flex-1"
          label={texts.saved.name}
          placeholder={filter === "" ? texts.saved.empty : filter}
          disabled={filter === ""}
          value={name}
          onChange={setName}
        />
        <button type="submit" className="btn" disabled={filter === ""}>
          {texts.saved.save}
        </button>
      </form>
    </div>
  );
}
