import { useEffect, useState } from "react";
import { toSocketIo } from "../../core/explain/actions.ts";
import { hintsFor, type HintCause } from "../../core/explain/hints.ts";
import { ms } from "../../core/units/units.ts";
import { carryOut, dismissHint } from "../../state/diagnosis.ts";
import { useTab } from "../../state/workbench.ts";
import { Icon } from "../parts/Icon.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { Rich } from "../parts/Rich.tsx";
import { useExplainTexts } from "./useTexts.ts";

/** How often a quiet connection is looked at again. */
const LOOK_AGAIN = 2000;

/** What is worth knowing of a connection that works: one sentence above the log, and what to do about it. */
export function HintBar() {
  const hint = useHint();
  return hint === null ? null : <Hint hint={hint} />;
}

function useHint(): HintCause | null {
  const live = useTab((tab) => tab.live);
  const since = useTab(({ session }) => (session.phase === "open" ? session.since : null));
  const dismissed = useTab((tab) => tab.dismissed);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (since === null) return undefined;
    const timer = setInterval(() => {
      setNow(Date.now());
    }, LOOK_AGAIN);
    return () => {
      clearInterval(timer);
    };
  }, [since]);
  if (live === null || since === null) return null;
  const facts = { ...live, openFor: ms(Math.max(0, now - since)) };
  return hintsFor(facts).find((one) => !dismissed.includes(one)) ?? null;
}

function Hint({ hint }: { readonly hint: HintCause }) {
  const texts = useExplainTexts();
  const live = useTab((tab) => tab.live);
  if (texts === null || live === null) return null;
  return (
    <div className="hintbar" role="status" data-hint={hint}>
      <span className="text-warn">
        <Icon name="warning" small />
      </span>
      <span className="grow">
        <Rich text={texts.hints[hint]} />
      </span>
      {hint === "engineio-frames-on-raw" ? (
        <button
          type="button"
          className="btn"
          onClick={() => {
            carryOut(toSocketIo(live.url), true);
          }}
        >
          {texts.actions["use-socketio"](toSocketIo(live.url))}
        </button>
      ) : null}
      <IconButton
        icon="close"
        label={texts.panel.dismiss}
        onClick={() => {
          dismissHint(hint);
        }}
      />
    </div>
  );
}
