import { openCodes } from "../../state/codes.ts";
import { openTab } from "../../state/tabs.ts";
import { showLab } from "../../state/screen.ts";
import { setWorkbench } from "../../state/workbench.ts";
import { toggleProfiles } from "../../state/persist.ts";
import { Icon } from "../parts/Icon.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { useText } from "../text.ts";
import { Tabs } from "./Tabs.tsx";

export function TopBar() {
  const t = useText();
  return (
    <header className="top">
      <div className="brand">
        <IconButton icon="side" label={t.panels.profiles} onClick={toggleProfiles} />
        <h1 className="wide-only">Sockwright</h1>
      </div>
      <Tabs />
      <div className="top-actions">
        <IconButton
          icon="add"
          label={t.tabs.add}
          onClick={() => {
            openTab();
          }}
        />
        <button
          type="button"
          className="btn"
          title={t.connection.share}
          onClick={() => {
            setWorkbench({ dialog: { is: "share", what: { is: "tab" } } });
          }}
        >
          <Icon name="share" />
          <span className="cap">{t.connection.share}</span>
        </button>
        <IconButton
          icon="search"
          label={t.settings.commands}
          onClick={() => {
            setWorkbench({ dialog: { is: "palette" } });
          }}
        />
        <IconButton
          icon="reference"
          className="wide-only"
          label={t.settings.codes}
          onClick={() => {
            openCodes("");
          }}
        />
        <IconButton
          icon="lab"
          className="wide-only"
          label={t.settings.lab}
          onClick={() => {
            showLab("");
          }}
        />
        <IconButton
          icon="settings"
          label={t.settings.label}
          onClick={() => {
            setWorkbench({ dialog: { is: "settings", at: null, field: null } });
          }}
        />
      </div>
    </header>
  );
}
