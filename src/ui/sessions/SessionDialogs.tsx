import "../styles/sessions.css";
import type { LibraryDialog } from "../../state/workbench.ts";
import { CompareDialog } from "./CompareDialog.tsx";
import { ExportDialog } from "./ExportDialog.tsx";
import { OpenLogDialog } from "./OpenLogDialog.tsx";
import { RecordingsDialog } from "./RecordingsDialog.tsx";
import { useSessionTexts } from "./useSessionTexts.ts";

export type SessionDialog = Extract<LibraryDialog, { is: "export-log" | "open-log" | "recordings" | "compare" }>;

interface SessionDialogsProps {
  readonly dialog: SessionDialog;
  readonly onClose: () => void;
}

/** The dialog of logs that is open. */
export function SessionDialogs({ dialog, onClose }: SessionDialogsProps) {
  const texts = useSessionTexts();
  if (texts === null) return null;
  switch (dialog.is) {
    case "export-log":
      return <ExportDialog texts={texts} onClose={onClose} />;
    case "open-log":
      return <OpenLogDialog texts={texts} files={dialog.files} onClose={onClose} />;
    case "recordings":
      return <RecordingsDialog texts={texts} onClose={onClose} />;
    case "compare":
      return <CompareDialog texts={texts} onClose={onClose} />;
  }
}
