import { useLayoutEffect, useRef } from "react";
import { restartEngine } from "../state/engine.ts";
import { useWorkbench } from "../state/workbench.ts";
import { Rich } from "./parts/Rich.tsx";
import { useText } from "./text.ts";

const TEXT_FIELD = "input, textarea, [contenteditable]";

/** Without an engine nothing can connect: said in a sentence, with a way on. An engine that is late takes it away again. */
export function EngineDown() {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    // What is being typed goes on where it began: the next space would press a button that nobody has read.
    if (before?.matches(TEXT_FIELD) !== true) dialog?.querySelector("button")?.focus();
    return () => {
      if (dialog?.contains(document.activeElement) === true && before instanceof HTMLElement) before.focus();
    };
  }, []);
  const why = useWorkbench(({ engine }) => (engine.is === "down" ? engine.why : null));
  if (why === null) return null;
  return (
    <div ref={box} className="down">
      <div className="dlg" role="alertdialog" aria-labelledby="down-title" aria-describedby="down-text">
        <h2 id="down-title">{t.engine.title}</h2>
        <p id="down-text" role="alert">
          <Rich text={t.engine[why]} />
        </p>
        <div className="flex gap-2 pt-2">
          <button type="button" className="btn btn-lg btn-primary" onClick={restartEngine}>
            {t.engine.restart}
          </button>
          <button
            type="button"
            className="btn btn-lg"
            onClick={() => {
              location.reload();
            }}
          >
            {t.engine.reload}
          </button>
        </div>
      </div>
    </div>
  );
}
