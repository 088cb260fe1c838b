import "../styles/socketio.css";
import { AdminDialog } from "./AdminDialog.tsx";
import { DetectDialog } from "./DetectDialog.tsx";
import { EventsDialog } from "./EventsDialog.tsx";
import { useSocketIoTexts } from "./useSocketIoTexts.ts";

const DIALOGS = { detect: DetectDialog, admin: AdminDialog, events: EventsDialog } as const;

/** Dialogs around a Socket.IO connection, fetched together. */
export function SocketIoDialogs({ is, onClose }: { readonly is: keyof typeof DIALOGS; readonly onClose: () => void }) {
  const texts = useSocketIoTexts();
  if (texts === null) return null;
  const Shown = DIALOGS[is];
  return <Shown texts={texts} onClose={onClose} />;
}
