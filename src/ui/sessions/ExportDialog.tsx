import { useState } from "react";
import { LOG_FORMATS, type LogFormatId } from "../../core/formats/log/index.ts";
import type { SessionTexts } from "../../i18n/sessions/sessionTexts.ts";
import { exportTo, isStreamed, type Exported } from "../../state/exportLog.ts";
import { activeTab, setWorkbench, useLogView, workbench } from "../../state/workbench.ts";
import { Check } from "../parts/Check.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { RadioBar } from "../parts/RadioBar.tsx";
import { useText } from "../text.ts";
import { hasPathFault, pathLines, PathsField } from "./PathsField.tsx";
import { Progress } from "./Progress.tsx";
import { useJob } from "./useJob.ts";

interface ExportDialogProps {
  readonly texts: SessionTexts;
  readonly onClose: () => void;
}

const WRITTEN = LOG_FORMATS.filter(({ write }) => write !== null).map(({ id }) => id);

/** What was chosen the last time is chosen again, as long as the page lives. */
let last: { readonly format: LogFormatId; readonly secrets: boolean; readonly paths: string } = {
  format: "jsonl",
  secrets: false,
  paths: "",
};

/** What goes out, in which format, and what of it stays here. */
export function ExportDialog({ texts, onClose }: ExportDialogProps) {
  const t = useText();
  const words = texts.export;
  const [tab] = useState(() => activeTab(workbench()));
  const isFiltering = tab.log.filter.trim() !== "" || tab.log.direction !== "all";
  const entries = useLogView(({ view }) => view?.stats.entries ?? 0);
  const shown = useLogView(({ view }) => view?.total ?? 0);
  const kept = useLogView(({ view }) => view?.stats.kept ?? 0);
  const [part, setPart] = useState<"all" | "filtered">(isFiltering ? "filtered" : "all");
  const [choice, setChoice] = useState(last);
  const [result, setResult] = useState<Exported | null>(null);
  const { running, run } = useJob();
  const change = (next: Partial<typeof last>): void => {
    last = { ...choice, ...next };
    setChoice(last);
    setResult(null);
  };
  const isWrong = hasPathFault(choice.paths);
  const go = (): void => {
    if (isWrong || running !== null) return;
    setResult(null);
    const { format, secrets } = choice;
    const wanted = { format, secrets, paths: pathLines(choice.paths), isFiltered: part === "filtered" };
    run(async (signal, tell) => {
      setResult(
        await exportTo(tab, wanted, kept, signal, tell).catch((error: unknown) => ({
          is: "refused" as const,
          detail: String(error),
        })),
      );
    });
  };
  const formats = WRITTEN.map((value) => ({ value, text: words.formats[value].name }));
  return (
    <Dialog
      title={words.title}
      closeLabel={t.app.close}
      width={560}
      onClose={onClose}
      onSubmit={go}
      footer={
        <>
          <button
            type="button"
            className="link-btn grow text-left"
            onClick={() => {
              setWorkbench({ dialog: { is: "open-log", files: [] } });
            }}
          >
            {words.open}
          </button>
          <button type="button" className="btn btn-lg" onClick={onClose}>
            {t.app.close}
          </button>
          <button type="submit" className="btn btn-lg btn-primary" disabled={isWrong || running !== null}>
            {result === null ? words.export : words.again}
          </button>
        </>
      }
    >
      {isFiltering ? (
        <section className="flex flex-col gap-2">
          <h3>{words.what}</h3>
          <RadioBar
            label={words.what}
            value={part}
            options={[
              { value: "all", text: words.all(entries) },
              { value: "filtered", text: words.filtered(shown) },
            ]}
            onChange={setPart}
          />
        </section>
      ) : null}
      <section className="flex flex-col gap-2">
        <h3>
          {words.format} <small>{isFiltering ? "" : words.all(entries)}</small>
        </h3>
        <RadioBar
          label={words.format}
          value={choice.format}
          options={formats}
          onChange={(format) => {
            change({ format });
          }}
        />
        <p className="hint">{words.formats[choice.format].what}</p>
        {isStreamed(kept) ? <p className="hint">{words.large}</p> : null}
      </section>
      <section className="flex flex-col gap-2">
        <h3>{words.redact}</h3>
        <Check
          className="wraps"
          text={words.secrets}
          checked={choice.secrets}
          onChange={(secrets) => {
            change({ secrets });
          }}
        />
        <PathsField
          texts={texts}
          label={words.paths}
          value={choice.paths}
          disabled={running !== null}
          onChange={(paths) => {
            change({ paths });
          }}
        />
        <p className="hint">{words.redactHint}</p>
      </section>
      <section className="job-room" role="status">
        {running === null ? (
          <Result texts={texts} result={result} isRedacted={choice.secrets || choice.paths.trim() !== ""} />
        ) : (
          <Progress texts={texts} label={words.export} progress={running.progress} onStop={running.stop} />
        )}
      </section>
    </Dialog>
  );
}

interface ResultProps {
  readonly texts: SessionTexts;
  readonly result: Exported | null;
  readonly isRedacted: boolean;
}

function Result({ texts: { export: words }, result, isRedacted }: ResultProps) {
  if (result === null) return null;
  switch (result.is) {
    case "cancelled":
      return <p className="says">{words.cancelled}</p>;
    case "refused":
      return <p className="says is-wrong">{words.refused(result.detail)}</p>;
    case "done":
      return (
        <p className="says">
          <span>{words.done(result.entries, result.size)}</span>
          {isRedacted ? <span>{words.redacted(result.redacted.secrets, result.redacted.paths)}</span> : null}
        </p>
      );
  }
}
