import { useState } from "react";
import { COLUMNS, DENSITIES } from "../../core/profile/settings.ts";
import type { LogTexts } from "../../i18n/log/logTexts.ts";
import { editLog, goToTyped } from "../../state/log.ts";
import { changeSettings } from "../../state/persist.ts";
import { setWorkbench, useTab, useWorkbench } from "../../state/workbench.ts";
import { Check } from "../parts/Check.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Popover } from "../parts/Popover.tsx";
import { Rich } from "../parts/Rich.tsx";
import { Select } from "../parts/Select.tsx";
import { TextField } from "../parts/TextField.tsx";
import { useText } from "../text.ts";
import { useLogTexts } from "./useLogTexts.ts";

/** How the log is shown: what a filter leaves, columns, rows, and the way to a place in it. */
export function ViewMenu() {
  const texts = useLogTexts();
  if (!texts) return null;
  return (
    <Popover
      label={texts.view.label}
      buttonLabel={texts.view.label}
      buttonClass="icon-btn log-view"
      button={<Icon name="view" />}
      width={320}
    >
      {(close) => (
        <div className="pop-b">
          <GoTo texts={texts} close={close} />
          <Choices texts={texts} />
          <div className="flex gap-2">
            {(["charts", "timeline"] as const).map((is) => (
              <button
                key={is}
                type="button"
                className="btn"
                onClick={() => {
                  close();
                  setWorkbench({ dialog: { is } });
                }}
              >
                {texts.view[is]}
              </button>
            ))}
          </div>
        </div>
      )}
    </Popover>
  );
}

/** By its key, too: the menu opens with the field in focus. */
function GoTo({ texts, close }: { readonly texts: LogTexts; readonly close: () => void }) {
  const t = useText();
  const [typed, setTyped] = useState("");
  const [fault, setFault] = useState<"fault" | "gone" | null>(null);
  return (
    <form
      className="flex flex-col gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        void goToTyped(typed).then((wrong) => {
          setFault(wrong);
          if (wrong === null) close();
        });
      }}
    >
      <div className="flex items-start gap-2">
        <TextField
          className="flex-1"
          label={`${texts.goTo.label}${t.app.colon}${texts.goTo.field}`}
          placeholder={texts.goTo.field}
          isMono
          value={typed}
          fault={fault === null ? null : <Rich text={fault === "gone" ? texts.goTo.gone : texts.goTo.fault(typed)} />}
          onChange={(text) => {
            setTyped(text);
            setFault(null);
          }}
        />
        <button type="submit" className="btn">
          {texts.goTo.go}
        </button>
      </div>
      <p className="hint">
        <Rich text={texts.goTo.hint} />
      </p>
    </form>
  );
}

function Choices({ texts }: { readonly texts: LogTexts }) {
  const t = useText();
  const shows = useTab((tab) => tab.log.shows);
  const isGrouped = useTab((tab) => tab.log.isGrouped);
  const hidden = useWorkbench((state) => state.settings.hidden);
  const density = useWorkbench((state) => state.settings.density);
  const names = { seq: t.log.seq, delta: t.log.delta, size: t.log.size };
  return (
    <>
      <div className="pop-f">
        <label htmlFor="view-shows">{texts.view.shows}</label>
        <Select
          id="view-shows"
          label={texts.view.shows}
          value={shows}
          options={(["matches", "all"] as const).map((value) => ({ value, text: texts.view[value] }))}
          onChange={(chosen) => {
            editLog({ shows: chosen });
          }}
        />
        <label htmlFor="view-density">{texts.view.density}</label>
        <Select
          id="view-density"
          label={texts.view.density}
          value={density}
          options={DENSITIES.map((value) => ({ value, text: texts.view.densities[value] }))}
          onChange={(chosen) => {
            changeSettings({ density: chosen });
          }}
        />
      </div>
      <Check
        text={texts.view.groups}
        checked={isGrouped}
        onChange={(isOn) => {
          editLog({ isGrouped: isOn, held: null });
        }}
      />
      <div role="group" aria-label={texts.view.columns} className="flex flex-wrap items-center gap-3">
        <span className="text-text-2">{texts.view.columns}</span>
        {COLUMNS.map((column) => (
          <Check
            key={column}
            text={names[column]}
            checked={!hidden.includes(column)}
            onChange={(isShown) => {
              changeSettings({
                hidden: isShown ? hidden.filter((other) => other !== column) : [...hidden, column],
              });
            }}
          />
        ))}
      </div>
    </>
  );
}
