import { useEffect, useState } from "react";
import { planImport, type ImportPlan } from "../../core/profile/share/plan.ts";
import { readSettings } from "../../core/profile/settings.ts";
import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { addPlanned } from "../../state/exchange.ts";
import { opensAsLog } from "../../state/openFiles.ts";
import { linkIn, READABLE, readTexts, type ReadTexts, type Unread } from "../../state/readImport.ts";
import { changeSettings } from "../../state/persist.ts";
import { setWorkbench, workbench } from "../../state/workbench.ts";
import { FilePick } from "../parts/FilePick.tsx";
import { Check } from "../parts/Check.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { Rich } from "../parts/Rich.tsx";
import { useText } from "../text.ts";
import { LeftList } from "./LeftList.tsx";
import { PlanList } from "./PlanList.tsx";

interface ImportDialogProps {
  readonly texts: LibraryTexts;
  /** Files that were dropped before the dialog opened. */
  readonly files: readonly File[];
  readonly onClose: () => void;
}

/** Text is read when typing rests. */
const REST = 200;

/** Files, links and lines of other tools: read, shown, and added when that is confirmed. */
export function ImportDialog({ texts, files, onClose }: ImportDialogProps) {
  const t = useText();
  const { import: words } = texts;
  const [text, setText] = useState("");
  const [found, setFound] = useState<ReadTexts | null>(null);
  const [plan, setPlan] = useState<ImportPlan | null>(null);
  const [withSettings, setWithSettings] = useState(false);

  const [failure, setFailure] = useState("");
  const forget = (): void => {
    setFailure("");
    setFound(null);
    setPlan(null);
    setWithSettings(false);
  };
  const take = (given: readonly { readonly name: string; readonly text: string }[]): void => {
    setFailure("");
    const read = readTexts(given);
    setFound(read);
    setPlan(planImport(workbench().library, read.bundle));
  };
  const takeFiles = async (given: readonly File[]): Promise<void> => {
    if (given.length === 0) return;
    try {
      // A log has a dialog of its own.
      if (await opensAsLog(given)) return;
      take(await Promise.all(given.map(async (file) => ({ name: file.name, text: await file.text() }))));
    } catch (error) {
      // A folder, or a file that is gone.
      setFailure(String(error));
    }
  };
  useEffect(() => {
    void takeFiles(files);
    // oxlint-disable-next-line react/exhaustive-deps -- another drop is another list of files
  }, [files]);
  useEffect(() => {
    if (text.trim() === "") return;
    const timer = setTimeout(() => {
      const link = linkIn(text);
      if (link === null) take([{ name: "", text }]);
      else setWorkbench({ dialog: { is: "link", text: link } });
    }, REST);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);

  const chosen = plan?.items.filter(({ action }) => action !== "skip").length ?? 0;
  const brings = chosen > 0 || withSettings;
  const add = (): void => {
    if (!plan || !brings) return;
    onClose();
    if (withSettings && found) changeSettings(readSettings(found.settings));
    void addPlanned(plan, plan.items.filter(({ kind }) => kind === "profile").length === 1);
  };
  return (
    <Dialog
      title={words.title}
      closeLabel={t.app.close}
      width={720}
      onClose={onClose}
      onSubmit={add}
      footer={
        <>
          <p className="hint">{words.whole}</p>
          <button type="button" className="btn btn-lg" onClick={onClose}>
            {t.app.cancel}
          </button>
          <button type="submit" className="btn btn-lg btn-primary" disabled={!brings}>
            {words.add(chosen)}
          </button>
        </>
      }
    >
      <section className="flex flex-col gap-2">
        <p className="hint">{words.formats(READABLE.join(t.app.comma))}</p>
        <span className="field field-area">
          <textarea
            data-first
            className="mono"
            aria-label={words.paste}
            placeholder={words.pastePlaceholder}
            rows={4}
            spellCheck={false}
            value={text}
            onChange={(event) => {
              // What was read is of another text now.
              forget();
              setText(event.target.value);
            }}
          />
        </span>
        <div className="drop-area">
          <FilePick label={words.choose} multiple onPick={(picked) => void takeFiles(picked)} />
          {words.drop}
        </div>
      </section>
      {failure === "" ? null : (
        <section>
          <p className="says is-wrong" role="alert">
            {failure}
          </p>
        </section>
      )}
      {found === null || plan === null ? null : (
        <>
          <section>
            <h3>
              {words.holds}{" "}
              <small>{found.formats.length > 0 ? words.from([...new Set(found.formats)].join(t.app.comma)) : ""}</small>
            </h3>
            {plan.items.length === 0 && found.unread.length === 0 ? <p className="hint">{words.nothing}</p> : null}
            {found.unread.map((one) => (
              <p key={one.name} className="says is-wrong" role="alert">
                <Rich text={one.name === "" ? whyText(texts, one) : words.unreadable(one.name, whyText(texts, one))} />
              </p>
            ))}
            <PlanList texts={texts} plan={plan} onChange={setPlan} />
            {found.settings === null ? null : (
              <Check
                className="pt-1"
                text={words.settings}
                checked={withSettings}
                onChange={(isOn) => {
                  setWithSettings(isOn);
                }}
              />
            )}
          </section>
          <LeftList texts={texts} left={found.left} title={words.left} />
        </>
      )}
    </Dialog>
  );
}

/** Calls the sentence of the fault; the types of `Sentences` make sure that there is one. */
function whyText({ sharing, formats, import: words }: LibraryTexts, { fault }: Unread): string {
  if (fault.of === "file")
    return (sharing.fileFaults[fault.fault.kind] as (given: typeof fault.fault) => string)(fault.fault);
  if (fault.fault.kind === "syntax") return formats.faults.syntax(fault.fault.at, fault.fault.detail);
  return fault.fault.kind === "nothing" ? words.nothing : formats.faults[fault.fault.kind];
}
