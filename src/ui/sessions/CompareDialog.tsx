import { useState } from "react";
import type { SessionId } from "../../core/session/session.ts";
import type { SessionTexts } from "../../i18n/sessions/sessionTexts.ts";
import { compare, type CompareAnswer } from "../../state/compare.ts";
import { tabTitle } from "../../state/connection.ts";
import { useWorkbench, workbench } from "../../state/workbench.ts";
import { Check } from "../parts/Check.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { Select } from "../parts/Select.tsx";
import { useText } from "../text.ts";
import { CompareResult } from "./CompareResult.tsx";
import { hasPathFault, pathLines, PathsField } from "./PathsField.tsx";
import { Progress } from "./Progress.tsx";
import { useJob } from "./useJob.ts";

interface CompareDialogProps {
  readonly texts: SessionTexts;
  readonly onClose: () => void;
}

/** Where the messages of two tabs part. */
export function CompareDialog({ texts, onClose }: CompareDialogProps) {
  const t = useText();
  const words = texts.compare;
  const tabs = useWorkbench((state) => state.tabs).filter(({ isUsed }) => isUsed);
  const [one, setOne] = useState<SessionId | null>(() => workbench().active);
  const [other, setOther] = useState<SessionId | null>(null);
  const [keyOrder, setKeyOrder] = useState(false);
  const [ignore, setIgnore] = useState("");
  const [answer, setAnswer] = useState<CompareAnswer | null>(null);
  const { running, run } = useJob();
  const left = tabs.find(({ id }) => id === one) ?? tabs[0];
  const right = tabs.find(({ id }) => id === other && id !== left?.id) ?? tabs.find(({ id }) => id !== left?.id);
  const isReady = left !== undefined && right !== undefined && !hasPathFault(ignore) && running === null;
  const options = tabs.map((tab, at) => ({ value: tab.id, text: `${String(at + 1)}. ${tabTitle(tab)}` }));
  const go = (): void => {
    if (!isReady) return;
    setAnswer(null);
    const wish = { one: left.id, other: right.id, keyOrder, ignore: pathLines(ignore) };
    run(async (signal, tell) => {
      setAnswer(await compare(wish, signal, tell));
    });
  };
  return (
    <Dialog
      title={words.title}
      closeLabel={t.app.close}
      width={860}
      onClose={onClose}
      onSubmit={go}
      footer={
        <>
          <p className="hint">{words.hint}</p>
          <button type="button" className="btn btn-lg" onClick={onClose}>
            {t.app.close}
          </button>
          <button type="submit" className="btn btn-lg btn-primary" disabled={!isReady}>
            {words.start}
          </button>
        </>
      }
    >
      {left === undefined || right === undefined ? (
        <section>
          <p className="says">{words.needsTwo}</p>
        </section>
      ) : (
        <section className="flex flex-col gap-2">
          <div className="pop-f">
            <label htmlFor="cmp-one">{words.one}</label>
            <Select
              id="cmp-one"
              label={words.one}
              value={left.id}
              options={options}
              onChange={(id) => {
                setOne(id);
                setAnswer(null);
              }}
            />
            <label htmlFor="cmp-other">{words.other}</label>
            <Select
              id="cmp-other"
              label={words.other}
              value={right.id}
              options={options.filter(({ value }) => value !== left.id)}
              onChange={(id) => {
                setOther(id);
                setAnswer(null);
              }}
            />
          </div>
          <Check className="wraps" text={words.keyOrder} checked={keyOrder} onChange={setKeyOrder} />
          <PathsField
            texts={texts}
            label={words.ignore}
            value={ignore}
            disabled={running !== null}
            onChange={setIgnore}
          />
        </section>
      )}
      <section role="status">
        {running === null ? null : (
          <Progress texts={texts} label={words.start} progress={running.progress} onStop={running.stop} />
        )}
        {answer === null || left === undefined || right === undefined ? null : (
          <CompareResult texts={texts} answer={answer} one={left} other={right} />
        )}
      </section>
    </Dialog>
  );
}
