import { useEffect, useState } from "react";
import type { SessionId } from "../../core/session/session.ts";

/** How often a list is asked for anew while it is open, in ms. */
const PERIOD = 600;

/** What the engine knows of a session now, for as long as it is shown; null until the first answer. */
export function useFresh<Answer>(session: SessionId, ask: (session: SessionId) => Promise<Answer>): Answer | null {
  const [answer, setAnswer] = useState<{ readonly of: SessionId; readonly is: Answer } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const refresh = (): void => {
      void ask(session).then(
        (is) => {
          if (isCurrent) setAnswer({ of: session, is });
        },
        // The engine is down, which is said elsewhere: the last answer stays.
        () => undefined,
      );
    };
    refresh();
    const timer = setInterval(refresh, PERIOD);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [session, ask]);
  return answer?.of === session ? answer.is : null;
}
