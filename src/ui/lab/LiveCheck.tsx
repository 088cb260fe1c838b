import { useState } from "react";
import { compareLive, predictLive, type LiveComparison } from "../../core/csp/liveCheck.ts";
import type { LabCase } from "../../core/csp/caseLink.ts";
import type { LabTexts } from "../../i18n/lab/labTexts.ts";
import { ownEngine, useLab } from "../../state/lab.ts";
import { runLiveCheck, type LiveFault } from "../../state/liveCheck.ts";
import { Rich } from "../parts/Rich.tsx";

type Shown =
  | { readonly is: "trying" }
  | { readonly is: "fault"; readonly fault: LiveFault }
  | { readonly is: "compared"; readonly comparison: LiveComparison };

/** Tries the case in this browser, once it was said what will be requested, and compares. */
export function LiveCheck({ texts }: { readonly texts: LabTexts }) {
  const one = useLab((state) => state.one);
  // What was found belongs to the case that it was found for.
  const [found, setFound] = useState<{ readonly of: LabCase; readonly shown: Shown } | null>(null);
  const engine = ownEngine;
  if (engine === null) return null;
  const pageUrl = `${location.origin}${location.pathname}`;
  const shown = found?.of === one ? found.shown : null;
  const predicted = predictLive(one, pageUrl, engine);
  const isTrying = shown?.is === "trying";
  const run = async (): Promise<void> => {
    setFound({ of: one, shown: { is: "trying" } });
    const outcome = await runLiveCheck(one);
    setFound({
      of: one,
      shown: outcome.ok
        ? { is: "compared", comparison: compareLive(one, pageUrl, engine, outcome.value) }
        : { is: "fault", fault: outcome.fault },
    });
  };
  return (
    <section className="dsec" aria-label={texts.live.title}>
      <h3>{texts.live.title}</h3>
      <div className="lab-live">
        <p>
          <Rich text={texts.live.what(location.origin)} />
        </p>
        <p>
          <Rich text={texts.live.predicted(texts.engines[engine], texts.live.verdicts[predicted])} />
        </p>
        <button type="button" className="btn self-start" disabled={isTrying} onClick={() => void run()}>
          <Rich text={texts.live.run(texts.resources[one.resource], one.targetUrl)} />
        </button>
        <p role="status" className={shown !== null && isBad(shown) ? "says is-wrong" : "says"}>
          {shown === null ? "" : <Rich text={says(texts, shown)} />}
        </p>
      </div>
    </section>
  );
}

const isBad = (shown: Shown): boolean => shown.is === "fault" || (shown.is === "compared" && !shown.comparison.isSame);

function says(texts: LabTexts, shown: Shown): string {
  switch (shown.is) {
    case "trying":
      return texts.live.trying;
    case "fault":
      return texts.live.faults[shown.fault];
    case "compared": {
      const { seen, isSame } = shown.comparison;
      return (isSame ? texts.live.agrees : texts.live.differs)(texts.live.verdicts[seen]);
    }
  }
}
