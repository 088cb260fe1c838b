import "../styles/diagnosis.css";
import "../styles/lab.css";
import { useEffect, useMemo, useRef } from "react";
import { analyseConnect, type ConnectAnalysis } from "../../core/csp/analyseConnect.ts";
import { ENGINES, type PolicyEngine } from "../../core/csp/case.ts";
import { loadLabTexts } from "../../i18n/lab/load.ts";
import { readLabCode, useLab } from "../../state/lab.ts";
import { closeScreen } from "../../state/screen.ts";
import { say } from "../../state/workbench.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { useLoaded } from "../useLoaded.ts";
import { LabForm } from "./LabForm.tsx";
import { LabResult } from "./LabResult.tsx";

export type Analyses = Readonly<Record<PolicyEngine, ConnectAnalysis>>;

/** Whether somebody's page may connect, and what its policy has to say. @param code what stands behind `#/lab` */
export function Lab({ code }: { readonly code: string }) {
  const texts = useLoaded(loadLabTexts);
  const one = useLab((state) => state.one);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    readLabCode(code).catch((error: unknown) => {
      say("mistake", String(error));
    });
  }, [code]);
  const isThere = texts !== null;
  useEffect(() => {
    if (isThere) heading.current?.focus();
  }, [isThere]);
  const analyses = useMemo((): Analyses => {
    const by = (engine: PolicyEngine): ConnectAnalysis => analyseConnect({ ...one, engine });
    const [chromium, firefox, webkit] = ENGINES;
    return { chromium: by(chromium), firefox: by(firefox), webkit: by(webkit) };
  }, [one]);
  if (texts === null) return null;
  return (
    <section className="lab-frame" aria-labelledby="lab-title">
      <div className="lab-bar">
        <h2 id="lab-title" ref={heading} tabIndex={-1}>
          {texts.title}
        </h2>
        <p className="cut hint">{texts.intro}</p>
        <span className="grow" />
        <IconButton
          icon="close"
          label={texts.close}
          onClick={() => {
            closeScreen();
          }}
        />
      </div>
      <div className="lab">
        <LabForm texts={texts} analyses={analyses} />
        <LabResult texts={texts} analyses={analyses} />
      </div>
    </section>
  );
}
