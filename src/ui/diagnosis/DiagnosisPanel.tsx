import "../styles/diagnosis.css";
import { useDeferredValue, useMemo } from "react";
import { codeOf } from "../../core/session/session.ts";
import { copyText } from "../../state/clipboard.ts";
import { exportEvidence, probeNow, shownIn, showLast } from "../../state/diagnosis.ts";
import { useTabText } from "../../state/clues.ts";
import { useTab } from "../../state/workbench.ts";
import type { Examined } from "../../state/tab.ts";
import type { ExplainTexts } from "../../i18n/explain/explainTexts.ts";
import { ClueField } from "../clue/ClueField.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { Alternatives } from "./Alternatives.tsx";
import { Blind } from "./Blind.tsx";
import { CodeMeaning } from "./CodeMeaning.tsx";
import { Fix } from "./Fix.tsx";
import { Head } from "./Head.tsx";
import { IdleLimits } from "./IdleLimits.tsx";
import { toMarkdown } from "./markdown.ts";
import { Probes } from "./Probes.tsx";
import { read } from "./reading.ts";
import { Saw } from "./Saw.tsx";
import { useExplainTexts, useRecipeTexts } from "./useTexts.ts";

/** Why a connection failed or ended: the last, or the one chosen in the log. */
export function DiagnosisPanel() {
  const shown = useTab(shownIn);
  const texts = useExplainTexts();
  if (texts === null) return null;
  return shown === null ? <p className="blank">{texts.panel.empty}</p> : <Panel shown={shown} texts={texts} />;
}

/** Codes that carry a meaning; 1006 means that there was none. */
const hasMeaning = (code: number | null): code is number => code !== null && code !== 1006;

const HEADLINE = "dx-headline";

function Panel({ shown, texts }: { readonly shown: Examined; readonly texts: ExplainTexts }) {
  const recipeTexts = useRecipeTexts();
  const isOlder = useTab(({ examined }) => examined !== null && examined.of !== shown.of);
  const { probing } = shown;
  const isForeign = shown.of === 0;
  // What the user says of the server now counts for endings before, too.
  const system = useTab(({ profile }) => profile.system);
  const evidence = useMemo(
    () => (system === null || isForeign ? shown.evidence : { ...shown.evidence, system }),
    [shown.evidence, system, isForeign],
  );
  // Typing goes on while a whole log is being read.
  const pasted = useDeferredValue(useTabText());
  const headers = useTab(({ profile }) => profile.socketio.headers);
  const reading = useMemo(
    () =>
      read(
        evidence,
        texts,
        (name) => (isForeign ? null : (headers.find((header) => header.name === name)?.value ?? null)),
        pasted,
      ),
    [evidence, texts, headers, isForeign, pasted],
  );
  const { top } = reading;
  const code = evidence.ending.opened ? codeOf(evidence.ending.cause) : null;
  return (
    <section
      className="dxbox"
      aria-label={texts.panel.label}
      data-cause={top.cause}
      data-certainty={top.certainty}
      data-probing={probing !== null}
    >
      <p className="vh" role="status">
        {probing === null ? `${reading.headline.replaceAll("`", "")}. ${texts.certainty[top.certainty]}` : ""}
      </p>
      <div className="dx-bar">
        <span className="cut">{shown.of > 0 ? texts.panel.entry(shown.of) : texts.panel.fromFile}</span>
        {isOlder ? (
          <button type="button" className="link-btn" onClick={showLast}>
            {texts.panel.older}
          </button>
        ) : null}
        <span className="grow" />
        {reading.canProbe && shown.of > 0 ? (
          <IconButton icon="again" label={texts.panel.probeAgain} onClick={probeNow} disabled={probing !== null} />
        ) : null}
        <IconButton
          icon="copy"
          label={texts.panel.copyMarkdown}
          onClick={() => {
            void copyText(toMarkdown(reading, texts));
          }}
        />
        <IconButton
          icon="download"
          label={texts.panel.exportEvidence}
          onClick={() => {
            exportEvidence(evidence);
          }}
        />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard */}
      <div className="dx" tabIndex={0} role="group" aria-labelledby={HEADLINE} data-focus="diagnosis">
        <Head
          reading={shown.of > 0 ? reading : { ...reading, pending: [] }}
          texts={texts}
          isProbing={probing !== null}
        />
        {hasMeaning(code) ? <CodeMeaning reading={reading} code={code} texts={texts} /> : null}
        <ClueField reading={reading} texts={texts} />
        <Saw reading={reading} texts={texts} />
        <Probes reading={reading} probing={probing} texts={texts} />
        {[top, ...reading.others].some((finding) => finding.cause === "idle-timeout") ? (
          <IdleLimits reading={reading} texts={texts} />
        ) : null}
        <Alternatives reading={reading} texts={texts} />
        {recipeTexts === null ? null : (
          <>
            <Fix key={top.cause} reading={reading} texts={texts} recipeTexts={recipeTexts} />
            <Blind reading={reading} texts={texts} recipeTexts={recipeTexts} />
          </>
        )}
      </div>
    </section>
  );
}
