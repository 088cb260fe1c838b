import type { SavedProfile } from "../../core/profile/library.ts";
import type { Profile } from "../../core/profile/profile.ts";
import { isSameValue } from "../../core/profile/share/diff.ts";
import type { SessionId } from "../../core/session/session.ts";
import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { settle } from "../../state/library.ts";
import { useWorkbench } from "../../state/workbench.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { useText } from "../text.ts";

interface ConflictDialogProps {
  readonly texts: LibraryTexts;
  readonly tab: SessionId;
  readonly theirs: SavedProfile;
  readonly onClose: () => void;
}

/** Two browser tabs saved one profile: whose shall it be, or both. */
export function ConflictDialog({ texts: { conflict, sharing }, tab, theirs, onClose }: ConflictDialogProps) {
  const t = useText();
  const mine = useWorkbench(({ tabs }) => tabs.find(({ id }) => id === tab)?.profile ?? null);
  const words: Readonly<Record<keyof Profile, string>> = {
    ...sharing.parts,
    protocol: t.connection.protocol,
    url: sharing.parts.address,
    websocket: sharing.parts.subprotocols,
    socketio: sharing.parts.options,
    connectTimeout: sharing.parts.timeout,
  };
  const settleAs = (choice: "both" | "mine" | "theirs") => () => void settle(tab, theirs, choice);
  const names = mine === null ? [] : (Object.keys(mine) as (keyof Profile)[]);
  const differing = names.filter((name) => mine !== null && !isSameValue(mine[name], theirs.profile[name]));
  return (
    <Dialog
      title={conflict.title(theirs.name)}
      closeLabel={t.app.close}
      width={520}
      onClose={onClose}
      onSubmit={settleAs("both")}
      footer={
        <>
          <button type="button" className="btn btn-lg" onClick={settleAs("theirs")}>
            {conflict.theirs}
          </button>
          <button type="button" className="btn btn-lg" onClick={settleAs("mine")}>
            {conflict.mine}
          </button>
          <button type="submit" data-first className="btn btn-lg btn-primary">
            {conflict.both}
          </button>
        </>
      }
    >
      <section>
        <p>{conflict.text}</p>
        <p className="hint">
          {conflict.at(new Date(theirs.changedAt).toLocaleTimeString(document.documentElement.lang))}
        </p>
        <p className="hint">{conflict.differs(differing.map((name) => words[name]).join(t.app.comma))}</p>
      </section>
    </Dialog>
  );
}
