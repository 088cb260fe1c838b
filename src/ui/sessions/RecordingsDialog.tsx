import { useCallback, useEffect, useState } from "react";
import type { SessionTexts } from "../../i18n/sessions/sessionTexts.ts";
import { openRecorded } from "../../state/openLog.ts";
import { changeSettings } from "../../state/persist.ts";
import { asOpenable, bringBack, deleteRecordings, loadRecordings, type Listed } from "../../state/recordings.ts";
import { setWorkbench, useWorkbench } from "../../state/workbench.ts";
import { Check } from "../parts/Check.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { useText } from "../text.ts";
import { Progress } from "./Progress.tsx";
import { RecordingTable, type Then } from "./RecordingTable.tsx";
import { StorageFacts } from "./StorageFacts.tsx";
import { useJob } from "./useJob.ts";

interface RecordingsDialogProps {
  readonly texts: SessionTexts;
  readonly onClose: () => void;
}

/** How often the list is read again while it is looked at, in ms: recordings go on, here and in other tabs. */
const AGAIN = 2000;

interface Deleted {
  readonly ids: readonly string[];
  readonly says: string;
}

/** What was recorded: to be opened, named, kept and deleted; and what it takes. */
export function RecordingsDialog({ texts, onClose }: RecordingsDialogProps) {
  const t = useText();
  const words = texts.recordings;
  const { list, refusal, reload } = useRecordings();
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  const every = useWorkbench((state) => state.settings.recordEvery);
  const { running, run } = useJob();

  const open = (one: Listed, then: Then): void => {
    run(async (signal, tell) => {
      const opened = await openRecorded(asOpenable(one), signal, tell);
      if (opened.session !== null) setWorkbench({ dialog: then === "look" ? null : { is: then } });
    });
  };
  const remove = async (which: readonly Listed[]): Promise<void> => {
    const ids = which.map(({ id }) => id);
    await deleteRecordings(ids);
    setDeleted({ ids, says: which.length === 1 ? words.deleted(which[0]?.name ?? "") : words.deletedAll(ids.length) });
    reload();
  };
  const undo = async (): Promise<void> => {
    await bringBack(deleted?.ids ?? []);
    setDeleted(null);
    reload();
  };
  return (
    <Dialog
      title={words.title}
      closeLabel={t.app.close}
      width={760}
      onClose={onClose}
      onSubmit={onClose}
      footer={
        <>
          <p className="hint">{words.stays}</p>
          {list !== null && list.length > 1 ? (
            <button
              type="button"
              className="btn btn-lg"
              onClick={() => void remove(list.filter(({ state }) => state !== "running"))}
            >
              {words.deleteAll}
            </button>
          ) : null}
          <button type="submit" className="btn btn-lg">
            {t.app.close}
          </button>
        </>
      }
    >
      <section className="flex flex-col gap-2">
        {refusal === null ? null : (
          <p className="says is-wrong" role="alert">
            {words.refused(refusal)}
          </p>
        )}
        {list?.length === 0 ? <p className="hint">{words.none}</p> : null}
        {list === null || list.length === 0 ? null : (
          <RecordingTable
            texts={texts}
            list={list}
            onOpen={open}
            onDelete={(one) => void remove([one])}
            onChange={reload}
          />
        )}
        <div role="status">
          {running === null ? null : (
            <Progress texts={texts} label={words.actOpen} progress={running.progress} onStop={running.stop} />
          )}
          {deleted === null ? null : (
            <p className="says items-center">
              {deleted.says}
              <button type="button" className="btn" onClick={() => void undo()}>
                {t.app.undo}
              </button>
            </p>
          )}
        </div>
        <Check
          className="wraps"
          text={words.every}
          checked={every}
          onChange={(recordEvery) => {
            changeSettings({ recordEvery });
          }}
        />
      </section>
      <StorageFacts texts={texts} size={(list ?? []).reduce((sum, one) => sum + one.size, 0)} />
    </Dialog>
  );
}

/** The list as it stands in the database; null: it is being read. */
function useRecordings() {
  const [list, setList] = useState<readonly Listed[] | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const reload = useCallback((): void => {
    loadRecordings().then(
      (found) => {
        setList(found);
        setRefusal(null);
      },
      (error: unknown) => {
        setRefusal(String(error));
      },
    );
  }, []);
  useEffect(() => {
    reload();
    const timer = setInterval(reload, AGAIN);
    return () => {
      clearInterval(timer);
    };
  }, [reload]);
  return { list, refusal, reload };
}
