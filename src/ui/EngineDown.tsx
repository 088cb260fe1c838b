import { restartEngine } from "../state/engine.ts";
import { useWorkbench } from "../state/workbench.ts";
import { Rich } from "./parts/Rich.tsx";
import { useText } from "./text.ts";

/** Without an engine nothing can connect: said in a sentence, with a way on. */
export function EngineDown() {
  const t = useText();
  const why = useWorkbench(({ engine }) => (engine.is === "down" ? engine.why : null));
  if (why === null) return null;
  return (
    <div className="down">
      <div className="dlg" role="alertdialog" aria-labelledby="down-title" aria-describedby="down-text">
        <h2 id="down-title">{t.engine.title}</h2>
        <p id="down-text">
          <Rich text={t.engine[why]} />
        </p>
        <div className="flex gap-2 pt-2">
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a modal must take the focus */}
          <button type="button" className="btn btn-lg btn-primary" autoFocus onClick={restartEngine}>
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
