import { openCodes } from "../../state/codes.ts";
import { openTab } from "../../state/tabs.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { useText } from "../text.ts";
import { SettingsMenu } from "./SettingsMenu.tsx";
import { Tabs } from "./Tabs.tsx";

export function TopBar() {
  const t = useText();
  return (
    <header className="top">
      <div className="brand">Sockwright</div>
      <Tabs />
      <div className="top-actions">
        <IconButton
          icon="add"
          label={t.tabs.add}
          onClick={() => {
            openTab();
          }}
        />
        <IconButton
          icon="reference"
          label={t.settings.codes}
          onClick={() => {
            openCodes("");
          }}
        />
        <SettingsMenu />
      </div>
    </header>
  );
}
