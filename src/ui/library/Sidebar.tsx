import "../styles/library.css";
import { useEffect, useRef, useState } from "react";
import { newFolder, newSavedProfile } from "../../state/library.ts";
import { changeSettings } from "../../state/persist.ts";
import { setWorkbench, useWorkbench, workbench } from "../../state/workbench.ts";
import { Icon } from "../parts/Icon.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { Splitter } from "../parts/Splitter.tsx";
import { useText } from "../text.ts";
import { EnvironmentPanel } from "./EnvironmentPanel.tsx";
import { ProfileTree } from "./ProfileTree.tsx";
import { RecentList } from "./RecentList.tsx";
import { useLibraryTexts } from "./useLibraryTexts.ts";

const WIDTH = { min: 180, max: 400, normal: 232 };

const close = (): void => {
  setWorkbench({ isDrawerOpen: false });
  document.querySelector<HTMLElement>(".brand button")?.focus();
};

/** Profiles, what was connected with lately, and the environment: beside the work, or in a drawer over it. */
export function Sidebar({ isDrawer }: { readonly isDrawer: boolean }) {
  const t = useText();
  const texts = useLibraryTexts();
  const sizes = useWorkbench((state) => state.settings.sizes);
  const [query, setQuery] = useState("");
  const [renaming, setRenaming] = useState<string | null>(null);
  const side = useRef<HTMLElement>(null);
  const width = Math.max(WIDTH.min, Math.min(sizes["profiles"] ?? WIDTH.normal, WIDTH.max));
  const isReady = texts !== null;
  useEffect(() => {
    if (isDrawer && isReady)
      (
        side.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]') ??
        side.current?.querySelector("input")
      )?.focus();
  }, [isDrawer, isReady]);
  // Also where the focus was lost with a button that is gone.
  useEffect(() => {
    if (!isDrawer) return;
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === "Escape" && workbench().dialog === null) close();
    };
    addEventListener("keydown", onKey);
    return () => {
      removeEventListener("keydown", onKey);
    };
  }, [isDrawer]);
  return (
    <>
      {isDrawer ? <div className="drawer-scrim" onClick={close} aria-hidden="true" /> : null}
      <nav
        ref={side}
        className={`side ${isDrawer ? "is-drawer" : ""}`}
        style={isDrawer ? undefined : { width }}
        aria-label={t.panels.profiles}
      >
        {texts === null ? null : (
          <>
            <div className="side-head">
              <span className="grow">{t.panels.profiles}</span>
              <IconButton
                icon="bring"
                label={texts.side.import}
                onClick={() => {
                  setWorkbench({ dialog: { is: "import", files: [] } });
                }}
              />
              <IconButton
                icon="template"
                label={texts.side.templates}
                onClick={() => {
                  setWorkbench({ dialog: { is: "templates" } });
                }}
              />
              <IconButton
                icon="folder"
                label={texts.side.newFolder}
                onClick={() => void newFolder(texts.side.folderName).then(setRenaming)}
              />
              <IconButton
                icon="add"
                label={texts.side.newProfile}
                onClick={() => void newSavedProfile(texts.side.profileName, null).then(setRenaming)}
              />
              {isDrawer ? <IconButton icon="close" label={t.app.close} onClick={close} /> : null}
            </div>
            <div className="px-2 pb-2">
              <label className="field">
                <Icon name="search" small />
                <input
                  type="search"
                  aria-label={texts.side.find}
                  placeholder={texts.side.findShort}
                  spellCheck={false}
                  autoComplete="off"
                  value={query}
                  onChange={(event) => {
                    setQuery(event.target.value);
                  }}
                />
              </label>
            </div>
            <div className="side-scroll">
              <ProfileTree texts={texts} query={query} renaming={renaming} onRename={setRenaming} />
              <RecentList texts={texts} isAside />
            </div>
            <EnvironmentPanel texts={texts} />
          </>
        )}
      </nav>
      {isDrawer ? null : (
        <Splitter
          label={t.panels.resizeProfiles}
          orientation="vertical"
          isBefore
          size={width}
          min={WIDTH.min}
          max={WIDTH.max}
          normal={WIDTH.normal}
          onResize={(size) => {
            changeSettings({ sizes: { ...sizes, profiles: size } });
          }}
        />
      )}
    </>
  );
}
