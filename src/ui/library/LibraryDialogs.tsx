import "../styles/library.css";
import { lazy, Suspense } from "react";
import { setWorkbench, type LibraryDialog } from "../../state/workbench.ts";
import { ConflictDialog } from "./ConflictDialog.tsx";
import { EnvironmentsDialog } from "./EnvironmentsDialog.tsx";
import { SaveDialog } from "./SaveDialog.tsx";
import { useLibraryTexts } from "./useLibraryTexts.ts";

const ShareDialog = lazy(() => import("./ShareDialog.tsx").then((loaded) => ({ default: loaded.ShareDialog })));
const ImportDialog = lazy(() => import("./ImportDialog.tsx").then((loaded) => ({ default: loaded.ImportDialog })));
const LinkDialog = lazy(() => import("./LinkDialog.tsx").then((loaded) => ({ default: loaded.LinkDialog })));
const CopyAsDialog = lazy(() => import("./CopyAsDialog.tsx").then((loaded) => ({ default: loaded.CopyAsDialog })));
const AboutDialog = lazy(() => import("./AboutDialog.tsx").then((loaded) => ({ default: loaded.AboutDialog })));
const RouteDialog = lazy(() => import("./RouteDialog.tsx").then((loaded) => ({ default: loaded.RouteDialog })));
const SocketIoDialogs = lazy(() =>
  import("../socketio/SocketIoDialogs.tsx").then((loaded) => ({ default: loaded.SocketIoDialogs })),
);
const ChartsDialog = lazy(() =>
  import("../charts/ChartsDialog.tsx").then((loaded) => ({ default: loaded.ChartsDialog })),
);
const TimelineDialog = lazy(() =>
  import("../timeline/TimelineDialog.tsx").then((loaded) => ({ default: loaded.TimelineDialog })),
);
const TemplatesDialog = lazy(() =>
  import("./TemplatesDialog.tsx").then((loaded) => ({ default: loaded.TemplatesDialog })),
);
const SessionDialogs = lazy(() =>
  import("../sessions/SessionDialogs.tsx").then((loaded) => ({ default: loaded.SessionDialogs })),
);
const SettingsDialog = lazy(() =>
  import("../settings/SettingsDialog.tsx").then((loaded) => ({ default: loaded.SettingsDialog })),
);

const close = (): void => {
  setWorkbench({ dialog: null });
};

/** The one dialog that is open. */
export function LibraryDialogs({ dialog }: { readonly dialog: Exclude<LibraryDialog, { is: "palette" }> }) {
  const texts = useLibraryTexts();
  if (texts === null) return null;
  return <Suspense>{shown()}</Suspense>;

  function shown() {
    if (texts === null) return null;
    switch (dialog.is) {
      case "save":
        return <SaveDialog texts={texts} onClose={close} />;
      case "conflict":
        return <ConflictDialog texts={texts} tab={dialog.tab} theirs={dialog.theirs} onClose={close} />;
      case "environments":
        return <EnvironmentsDialog texts={texts} initial={dialog.id} onClose={close} />;
      case "share":
        return <ShareDialog texts={texts} what={dialog.what} onClose={close} />;
      case "import":
        return <ImportDialog texts={texts} files={dialog.files} onClose={close} />;
      case "link":
        return <LinkDialog key={dialog.text} texts={texts} text={dialog.text} onClose={close} />;
      case "copy-as":
        return <CopyAsDialog texts={texts} onClose={close} />;
      case "about":
        return <AboutDialog texts={texts} onClose={close} />;
      case "route":
        return <RouteDialog texts={texts} onClose={close} />;
      case "detect":
      case "admin":
      case "events":
        return <SocketIoDialogs is={dialog.is} onClose={close} />;
      case "charts":
        return <ChartsDialog onClose={close} />;
      case "timeline":
        return <TimelineDialog onClose={close} />;
      case "templates":
        return <TemplatesDialog texts={texts} onClose={close} />;
      case "export-log":
      case "open-log":
      case "recordings":
      case "compare":
        return <SessionDialogs dialog={dialog} onClose={close} />;
      case "settings":
        return <SettingsDialog at={dialog.at} field={dialog.field} onClose={close} />;
    }
  }
}
