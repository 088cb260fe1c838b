import { useEffect, useState } from "react";
import type { SessionTexts } from "../../i18n/sessions/sessionTexts.ts";
import type { FoundSession } from "../../core/formats/log/reading/logReading.ts";
import { fromFile, openRecorded, readFiles, type LookedAt, type Opened } from "../../state/openLog.ts";
import { FilePick } from "../parts/FilePick.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { useText } from "../text.ts";
import { OpenedReport } from "./OpenedReport.tsx";
import { Progress } from "./Progress.tsx";
import { SessionPick } from "./SessionPick.tsx";
import { useJob } from "./useJob.ts";

interface OpenLogDialogProps {
  readonly texts: SessionTexts;
  /** What was dropped or chosen before the dialog opened. */
  readonly files: readonly File[];
  readonly onClose: () => void;
}

export interface Report {
  readonly name: string;
  readonly opened: Opened;
}

/** Opens logs for looking at: says what cannot be read, and asks where a file holds several. */
export function OpenLogDialog({ texts, files, onClose }: OpenLogDialogProps) {
  const t = useText();
  const words = texts.open;
  const [looked, setLooked] = useState<readonly LookedAt[]>([]);
  const [reports, setReports] = useState<readonly Report[]>([]);
  const [reading, setReading] = useState("");
  const { running, run } = useJob();

  const read = (wanted: readonly { readonly look: LookedAt; readonly chosen: FoundSession | null }[]): void => {
    run(async (signal, tell) => {
      const done: Report[] = [];
      for (const { look, chosen } of wanted) {
        if (look.format === null || signal.aborted) continue;
        setReading(look.file.name);
        const opened = await openRecorded(fromFile(look.file, look.format, chosen), signal, tell);
        done.push({ name: look.file.name, opened });
        setReports(done);
      }
      // What went well needs no words: the log is there.
      const isWell = done.every(({ opened }) => opened.badCount === 0 && opened.stopped === null && opened.entries > 0);
      if (isWell && done.length === wanted.length && done.length > 0 && !signal.aborted) onClose();
    });
  };
  const look = (given: readonly File[]): void => {
    if (given.length === 0) return;
    setReports([]);
    setLooked([]);
    run(async (signal, tell) => {
      setReading(given.map(({ name }) => name).join(t.app.comma));
      const found = await readFiles(given, signal, tell);
      if (signal.aborted) return;
      setLooked(found);
      const isPlain = found.every(({ format, sessions }) => format !== null && (sessions?.length ?? 1) === 1);
      const isClear = isPlain && found.every(({ problem }) => problem === null);
      if (isClear) read(found.map((one) => ({ look: one, chosen: one.sessions?.[0] ?? null })));
    });
  };
  useEffect(() => {
    look(files);
    // oxlint-disable-next-line react/exhaustive-deps -- another drop is another list of files
  }, [files]);

  const isAsking = looked.length > 0 && reports.length === 0 && running === null;
  return (
    <Dialog
      title={words.title}
      closeLabel={t.app.close}
      width={640}
      onClose={onClose}
      onSubmit={onClose}
      footer={
        <>
          <p className="hint">{words.hint}</p>
          <button type="submit" className="btn btn-lg">
            {reports.length > 0 ? words.done : t.app.close}
          </button>
        </>
      }
    >
      <section className="flex flex-col gap-2">
        <p className="hint">{words.formats}</p>
        <div className="drop-area">
          <FilePick data-first label={words.choose} multiple onPick={look} />
          {words.drop}
        </div>
      </section>
      {running === null ? null : (
        <section className="flex flex-col gap-1" role="status">
          <span className="cut">{words.reading(reading)}</span>
          <Progress texts={texts} label={words.reading(reading)} progress={running.progress} onStop={running.stop} />
        </section>
      )}
      {isAsking ? <SessionPick texts={texts} looked={looked} onOpen={read} /> : null}
      {reports.map(({ name, opened }) => (
        <OpenedReport key={`${name} ${opened.session ?? ""}`} texts={texts} name={name} opened={opened} />
      ))}
    </Dialog>
  );
}
