import { useEffect, useState } from "react";
import type { SessionId, SessionState } from "../../core/session/session.ts";
import { sideSessions } from "../../state/engine.ts";
import { endingText, useText } from "../text.ts";

/** How it stands with the connection to the admin namespace. */
export type AdminLink =
  | { readonly is: "none" | "connecting" | "open" | "ended" }
  | { readonly is: "failed"; readonly why: string };

/** @param session null: none was made yet */
export function useAdmin(session: SessionId | null): AdminLink {
  const t = useText();
  const [state, setState] = useState<{ readonly of: SessionId; readonly is: SessionState } | null>(null);
  useEffect(() => {
    if (session === null) return undefined;
    sideSessions.set(session, (is) => {
      setState({ of: session, is });
    });
    return () => {
      sideSessions.delete(session);
    };
  }, [session]);
  if (session === null) return { is: "none" };
  if (state?.of !== session) return { is: "connecting" };
  switch (state.is.phase) {
    case "open":
      return { is: "open" };
    case "failed":
      return { is: "failed", why: endingText(t, state.is.ending.cause).replaceAll("`", "") };
    case "closed":
    case "closing":
    case "disposed":
      return { is: "ended" };
    case "idle":
    case "connecting":
    case "waiting":
      return { is: "connecting" };
  }
}
