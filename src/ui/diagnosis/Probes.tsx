import type { Probe, ProbeOutcome } from "../../core/session/probe.ts";
import { outcomeText, type ExplainTexts } from "../../i18n/explain/explainTexts.ts";
import { formatSpan } from "../../i18n/format.ts";
import { Icon, type IconName } from "../parts/Icon.tsx";
import { Rich } from "../parts/Rich.tsx";
import { visible } from "../visible.ts";
import type { Reading } from "./reading.ts";

interface ProbesProps {
  readonly reading: Reading;
  readonly probing: Probe | null;
  readonly texts: ExplainTexts;
}

const LOOK: Readonly<Record<ProbeOutcome["kind"], { readonly icon: IconName; readonly tone: string }>> = {
  answered: { icon: "good", tone: "text-ok" },
  opened: { icon: "good", tone: "text-ok" },
  rejected: { icon: "bad", tone: "text-trouble" },
  "not-opened": { icon: "bad", tone: "text-trouble" },
  timeout: { icon: "bad", tone: "text-warn" },
  blocked: { icon: "stop", tone: "text-text-3" },
};

/** What was asked, with the exact requests and their answers, and what would be asked. */
export function Probes({ reading, probing, texts }: ProbesProps) {
  const { evidence, pending } = reading;
  const { panel } = texts;
  const waiting = probing ? [] : pending;
  if (evidence.probes.length === 0 && waiting.length === 0 && !probing) return null;
  return (
    <section className="dsec">
      <h3>{panel.probes}</h3>
      <ul>
        {evidence.probes.map((probe) => (
          <li key={probe.id} className="probe" data-probe={probe.id} title={texts.probes[probe.id]}>
            <span className={LOOK[probe.outcome.kind].tone}>
              <Icon name={LOOK[probe.outcome.kind].icon} small />
            </span>
            <Request probe={probe} texts={texts} />
            <span className={`res ${LOOK[probe.outcome.kind].tone === "text-ok" ? "text-ok" : "text-text-2"}`}>
              <Rich text={visible(outcomeText(texts.outcomes, probe))} />
            </span>
            <span className="ms">{formatSpan(probe.took)}</span>
          </li>
        ))}
        {(probing ? [probing] : waiting).map((probe) => (
          <li key={probe.id} className="probe text-text-3" title={texts.probes[probe.id]}>
            <span>
              <Icon name="history" small />
            </span>
            <Request probe={probe} texts={texts} />
            <span className="res">{probing ? panel.probing : panel.notSent}</span>
            <span />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Two requests for one address differ in this alone. @see https://fetch.spec.whatwg.org/#concept-request-mode */
const mannerOf = ({ mode, subprotocols }: Probe): string => mode ?? subprotocols.join(", ");

function Request({ probe, texts }: { readonly probe: Probe; readonly texts: ExplainTexts }) {
  return (
    <span className="req">
      <span className="text-text-3">{probe.by === "fetch" ? "GET" : "WS"}</span> {visible(probe.url)}{" "}
      <span className="text-text-3">{visible(mannerOf(probe))}</span>
      <span className="vh">{texts.probes[probe.id]}</span>
    </span>
  );
}
