import { lazy, Suspense } from "react";
import { isFailure } from "../../state/examined.ts";
import { showSide } from "../../state/diagnosis.ts";
import { useTab } from "../../state/workbench.ts";
import { Inspector } from "../inspector/Inspector.tsx";
import { useText } from "../text.ts";

const DiagnosisPanel = lazy(() =>
  import("./DiagnosisPanel.tsx").then((loaded) => ({ default: loaded.DiagnosisPanel })),
);

/** Two tabs of one panel: why the connection ended, and one entry whole. */
export function SidePanel() {
  const t = useText();
  const side = useTab(({ log }) => log.side);
  const isKnown = useTab(({ examined, shown }) => examined !== null || shown !== null);
  const isBad = useTab(({ examined }) => examined !== null && isFailure(examined));
  if (!isKnown) return <Inspector />;
  return (
    <>
      <div className="ptabs side-tabs" role="tablist" aria-label={t.panels.side}>
        {(["diagnosis", "message"] as const).map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            className="ptab"
            aria-selected={side === name}
            tabIndex={side === name ? 0 : -1}
            onKeyDown={(event) => {
              if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
              showSide(name === "diagnosis" ? "message" : "diagnosis");
              const { nextElementSibling, previousElementSibling } = event.currentTarget;
              ((nextElementSibling ?? previousElementSibling) as HTMLElement | null)?.focus();
            }}
            onClick={() => {
              showSide(name);
            }}
          >
            {name === "diagnosis" && isBad ? <span className="mark mark-failed" /> : null}
            {t.panels[name]}
          </button>
        ))}
      </div>
      {side === "message" ? (
        <Inspector />
      ) : (
        <Suspense>
          <DiagnosisPanel />
        </Suspense>
      )}
    </>
  );
}
