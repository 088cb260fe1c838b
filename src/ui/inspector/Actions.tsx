import { lazy, Suspense, useState } from "react";
import type { EntryDetail } from "../../core/log/entry.ts";
import type { Draft } from "../../core/profile/message.ts";
import { draftFromEntry, loadDraft, sendDraft } from "../../state/composer.ts";
import { copyEntry, downloadEntry, editLog, readEntry } from "../../state/log.ts";
import { useTab, useWorkbench, workbench } from "../../state/workbench.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { useText } from "../text.ts";

const CompareDialog = lazy(() => import("./CompareDialog.tsx").then((loaded) => ({ default: loaded.CompareDialog })));

/** What can be done with an entry; each reads the whole payload, not what is shown of it. */
export function Actions({ detail }: { readonly detail: EntryDetail }) {
  const t = useText();
  const isOpen = useTab((tab) => tab.session.phase === "open");
  const { row } = detail;
  const session = useWorkbench((state) => state.active);
  const comparing = useTab(({ log }) => log.comparing);
  const [isComparing, setComparing] = useState(false);
  const withDraft = async (take: (draft: Draft) => void): Promise<void> => {
    const whole = await readEntry(row.seq, null);
    // A large payload takes a moment to read; what was meant for this tab is not done to another.
    if (whole && workbench().active === session) take(draftFromEntry(whole));
  };
  if (row.what.type === "note") return null;
  const isMessage = row.kind !== "control";
  return (
    <>
      <IconButton icon="copy" label={t.inspector.copy} onClick={() => void copyEntry(row)} />
      {isMessage ? (
        <IconButton icon="compose" label={t.inspector.compose} onClick={() => void withDraft(loadDraft)} />
      ) : null}
      {isMessage ? (
        <IconButton
          icon="again"
          label={t.inspector.resend}
          disabled={!isOpen}
          onClick={() => void withDraft((draft) => void sendDraft(session, draft, false))}
        />
      ) : null}
      <IconButton
        icon="compareFrom"
        label={t.inspector.compareFrom}
        pressed={comparing === row.seq}
        onClick={() => {
          editLog({ comparing: comparing === row.seq ? null : row.seq });
        }}
      />
      {comparing === null || comparing === row.seq ? null : (
        <IconButton
          icon="compare"
          label={t.inspector.compareWith(comparing)}
          onClick={() => {
            setComparing(true);
          }}
        />
      )}
      {isComparing && comparing !== null ? (
        <Suspense>
          <CompareDialog
            first={comparing}
            second={row.seq}
            onClose={() => {
              setComparing(false);
            }}
          />
        </Suspense>
      ) : null}
      <IconButton icon="download" label={t.inspector.download} onClick={() => void downloadEntry(row)} />
    </>
  );
}
