import { useState } from "react";
import { forgetMessage, loadDraft, saveMessage } from "../../state/composer.ts";
import { useTab } from "../../state/workbench.ts";
import { draftSummary } from "../draftSummary.ts";
import { Icon } from "../parts/Icon.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { Popover } from "../parts/Popover.tsx";
import { TextField } from "../parts/TextField.tsx";
import { useText } from "../text.ts";

/** Messages kept with the connection, and those sent before. */
export function SavedBar() {
  const t = useText();
  const saved = useTab((tab) => tab.profile.saved);
  return (
    <div className="bar">
      <span className="px-1 text-text-3">{t.composer.saved}</span>
      <div className="saved-row grow">
        {saved.length === 0 ? <span className="text-text-3">{t.composer.savedNone}</span> : null}
        {saved.map(({ id, name, draft }) => (
          <button
            key={id}
            type="button"
            className="saved"
            title={draftSummary(draft)}
            onClick={() => {
              loadDraft(draft);
            }}
          >
            <span className="cut">{name}</span>
          </button>
        ))}
      </div>
      <SaveMenu />
      <History />
    </div>
  );
}

function SaveMenu() {
  const t = useText();
  const saved = useTab((tab) => tab.profile.saved);
  const [name, setName] = useState("");
  return (
    <Popover
      label={t.composer.save}
      buttonLabel={t.composer.save}
      buttonClass="icon-btn"
      button={<Icon name="saved" />}
    >
      {(close) => (
        <form
          className="pop-b"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === "") return;
            saveMessage(name.trim());
            setName("");
            close();
          }}
        >
          <span className="flex gap-1">
            <TextField
              className="grow"
              label={t.composer.saveName}
              placeholder={t.composer.saveName}
              value={name}
              onChange={setName}
            />
            <button type="submit" className="btn" disabled={name.trim() === ""}>
              {t.app.save}
            </button>
          </span>
          {saved.map((message) => (
            <span key={message.id} className="flex items-center gap-2">
              <span className="cut grow">{message.name}</span>
              <IconButton
                icon="clear"
                label={t.composer.forget(message.name)}
                onClick={() => {
                  forgetMessage(message.id);
                }}
              />
            </span>
          ))}
        </form>
      )}
    </Popover>
  );
}

function History() {
  const t = useText();
  const history = useTab((tab) => tab.composer.history);
  return (
    <Popover
      label={t.composer.history}
      buttonLabel={t.composer.history}
      buttonClass="icon-btn"
      button={<Icon name="history" />}
      width={420}
    >
      {(close) => (
        <div className="py-1">
          {history.length === 0 ? <p className="hint px-3 py-1">{t.composer.historyEmpty}</p> : null}
          {history.toReversed().map((draft, at) => (
            <button
              // oxlint-disable-next-line react/no-array-index-key -- equal messages may stand here twice; their place is their name
              key={at}
              type="button"
              className="mono cut block h-6 w-full px-3 text-left hover:bg-hover"
              onClick={() => {
                loadDraft(draft);
                close();
              }}
            >
              {draftSummary(draft)}
            </button>
          ))}
        </div>
      )}
    </Popover>
  );
}
