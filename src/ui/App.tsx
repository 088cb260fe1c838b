import { lazy, Suspense, useEffect, useInsertionEffect, useState } from "react";
import { LOCALES, type Messages } from "../i18n/index.ts";
import { epochMs } from "../core/units/units.ts";
import { closeCodes } from "../state/codes.ts";
import { tellViolation } from "../state/diagnosis.ts";
import { liveTabs } from "../state/tabs.ts";
import { engine } from "../state/engine.ts";
import { setWorkbench, useTab, useWorkbench } from "../state/workbench.ts";
import { Boundary } from "./Boundary.tsx";
import { ConnectionBar } from "./connection/ConnectionBar.tsx";
import { loadChipPanels } from "./connection/Chip.tsx";
import { Chips } from "./connection/Chips.tsx";
import { EngineDown } from "./EngineDown.tsx";
import { listenKeys } from "./listenKeys.ts";
import { chosenLocale } from "./locale.ts";
import { useIsOnePanel, useIsWide } from "./room.ts";
import { StartScreen } from "./start/StartScreen.tsx";
import { StatusBar } from "./status/StatusBar.tsx";
import { TextContext } from "./text.ts";
import { Toast } from "./Toast.tsx";
import { TopBar } from "./top/TopBar.tsx";

/** Everything behind the first connection: not needed for the first paint, and fetched right after it. */
const loadWorkArea = () => import("./WorkArea.tsx");
const CloseCodes = lazy(() => import("./reference/CloseCodes.tsx").then((loaded) => ({ default: loaded.CloseCodes })));
const Sidebar = lazy(() => import("./library/Sidebar.tsx").then((loaded) => ({ default: loaded.Sidebar })));
const LibraryDialogs = lazy(() =>
  import("./library/LibraryDialogs.tsx").then((loaded) => ({ default: loaded.LibraryDialogs })),
);
const Palette = lazy(() => import("./commands/Palette.tsx").then((loaded) => ({ default: loaded.Palette })));
const Companions = lazy(() => import("./library/Companions.tsx").then((loaded) => ({ default: loaded.Companions })));
const RecordedBar = lazy(() =>
  import("./sessions/RecordedBar.tsx").then((loaded) => ({ default: loaded.RecordedBar })),
);
const ClueScreen = lazy(() => import("./clue/ClueScreen.tsx").then((loaded) => ({ default: loaded.ClueScreen })));
const Lab = lazy(() => import("./lab/Lab.tsx").then((loaded) => ({ default: loaded.Lab })));
const WorkArea = lazy(() => loadWorkArea().then((loaded) => ({ default: loaded.WorkArea })));

export function App({ firstMessages }: { readonly firstMessages: Messages }) {
  const messages = useMessages(firstMessages);
  const panel = useWorkbench((state) => state.panel);
  const isDown = useWorkbench((state) => state.engine.is === "down");
  const isRecorded = useTab((tab) => tab.isRecorded);
  // Where nothing can be written, there is no panel for it.
  const shownPanel = isRecorded && panel === "compose" ? "log" : panel;
  const codes = useWorkbench((state) => state.codes);
  const screen = useWorkbench((state) => state.screen);
  const dialog = useWorkbench((state) => state.dialog);
  const isDrawerOpen = useWorkbench((state) => state.isDrawerOpen);
  const isShown = useWorkbench((state) => state.settings.profilesShown);
  const isBeside = useIsWide() && isShown;
  const isOnePanel = useIsOnePanel();
  useTheme();
  useSizes();
  useNetwork();
  useViolations();
  useLeaveGuard();
  useEffect(() => {
    void loadWorkArea();
    void loadChipPanels();
    return listenKeys();
  }, []);
  return (
    <TextContext value={messages}>
      <div className="app" data-panel={shownPanel} data-one-panel={isOnePanel}>
        <TopBar />
        <div className="middle">
          {isBeside || isDrawerOpen ? (
            <Suspense fallback={isBeside ? <div className="side-room" /> : null}>
              <Sidebar isDrawer={!isBeside} />
            </Suspense>
          ) : null}
          <main className="main" inert={isDrawerOpen && !isBeside}>
            {screen === null ? (
              <Connection />
            ) : (
              <Boundary>
                <Suspense>{screen.is === "lab" ? <Lab code={screen.code} /> : <ClueScreen />}</Suspense>
              </Boundary>
            )}
          </main>
        </div>
        <StatusBar />
      </div>
      {codes === null ? null : (
        <Suspense>
          <CloseCodes key={codes} initialQuery={codes} onClose={closeCodes} />
        </Suspense>
      )}
      {dialog === null ? null : (
        <Suspense>
          {dialog.is === "palette" ? <Palette onClose={closeDialog} /> : <LibraryDialogs dialog={dialog} />}
        </Suspense>
      )}
      <Suspense>
        <Companions />
      </Suspense>
      <Toast />
      {isDown ? <EngineDown /> : null}
    </TextContext>
  );
}

const closeDialog = (): void => {
  setWorkbench({ dialog: null });
};

/** The active connection: its address, and what there is to see of it. */
function Connection() {
  const isUsed = useTab((tab) => tab.isUsed);
  const isRecorded = useTab((tab) => tab.isRecorded);
  return (
    <>
      {isRecorded ? (
        <Suspense>
          <RecordedBar />
        </Suspense>
      ) : (
        <>
          <ConnectionBar />
          <Chips />
        </>
      )}
      <Boundary>
        {isUsed ? (
          <Suspense>
            <WorkArea />
          </Suspense>
        ) : (
          <StartScreen />
        )}
      </Boundary>
    </>
  );
}

/** The texts of the chosen language; the page's own `lang` follows. */
function useMessages(first: Messages): Messages {
  const language = useWorkbench((state) => state.settings.language);
  const [messages, setMessages] = useState(first);
  useEffect(() => {
    const locale = chosenLocale();
    let isCurrent = true;
    void LOCALES[locale].load().then((loaded) => {
      if (!isCurrent) return;
      document.documentElement.lang = locale;
      setMessages(loaded);
    });
    return () => {
      isCurrent = false;
    };
  }, [language]);
  return messages;
}

function useTheme(): void {
  const theme = useWorkbench((state) => state.settings.theme);
  useEffect(() => {
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  }, [theme]);
}

/** Heights of rows, the size of everything, and families of one's own. */
function useSizes(): void {
  const density = useWorkbench((state) => state.settings.density);
  const zoom = useWorkbench((state) => state.settings.zoom);
  const uiFont = useWorkbench((state) => state.settings.uiFont);
  const wireFont = useWorkbench((state) => state.settings.wireFont);
  // Before the log measures its rows, which it does in a layout effect.
  useInsertionEffect(() => {
    const { dataset, style } = document.documentElement;
    dataset["density"] = density;
    style.setProperty("--sw-zoom", String(zoom));
    style.setProperty("--sw-own-ui", family(uiFont));
    style.setProperty("--sw-own-wire", family(wireFont));
  }, [density, zoom, uiFont, wireFont]);
}

/** A family as CSS has it, with the comma behind; none: nothing. */
const family = (name: string): string => (name.trim() === "" ? "" : `${JSON.stringify(name.trim())},`);

function useNetwork(): void {
  useEffect(() => {
    const tell = (): void => {
      engine().tell({ type: "network", online: navigator.onLine });
    };
    addEventListener("online", tell);
    addEventListener("offline", tell);
    return () => {
      removeEventListener("online", tell);
      removeEventListener("offline", tell);
    };
  }, []);
}

/** Violations of policy that the page sees; those of the worker are its own to see. */
function useViolations(): void {
  useEffect(() => {
    const tell = (event: SecurityPolicyViolationEvent): void => {
      const { effectiveDirective, disposition, blockedURI, originalPolicy } = event;
      tellViolation({
        directive: effectiveDirective,
        disposition,
        blocked: blockedURI,
        policy: originalPolicy.slice(0, 4000),
        where: "page",
        at: epochMs(performance.timeOrigin + performance.now()),
      });
    };
    document.addEventListener("securitypolicyviolation", tell);
    return () => {
      document.removeEventListener("securitypolicyviolation", tell);
    };
  }, []);
}

/** A reload ends every connection: the browser asks first while there is one. */
function useLeaveGuard(): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (liveTabs() > 0) event.preventDefault();
    };
    addEventListener("beforeunload", ask);
    return () => {
      removeEventListener("beforeunload", ask);
    };
  }, []);
}
