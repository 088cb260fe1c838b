import type { LabCase } from "../core/csp/caseLink.ts";
import { liveTexts, type LiveOutcome } from "../core/csp/liveCheck.ts";
import { fail, ok, type Result } from "../core/units/result.ts";

/** Why nothing was tried. */
export type LiveFault =
  /** The browser opens no window for this page. */
  | "no-window"
  /** It never answered: this host does not serve it, or it was closed. */
  | "no-answer";

/** ms: until the window has loaded, and until the try has ended. */
const LOADING = 8000;
const TRYING = 12_000;

/**
 * Tries a case in a window of our own that has a policy of its own: this page's policy forbids every connection, and a
 * frame would inherit it. Call it in a click: browsers open windows for nothing else.
 */
export async function runLiveCheck(one: LabCase): Promise<Result<LiveOutcome, LiveFault>> {
  const url = new URL("livecheck/index.html", location.href.replace(/[?#].*$/s, ""));
  const opened = window.open(url, "", "popup,width=420,height=160");
  if (opened === null) return fail("no-window");
  try {
    if ((await told(opened, "ready", LOADING)) === null) return fail("no-answer");
    const { targetUrl, resource } = one;
    const answer = told(opened, "seen", TRYING);
    opened.postMessage({ policies: liveTexts(one), targetUrl, resource }, location.origin);
    const outcome = readOutcome(await answer);
    return outcome === null ? fail("no-answer") : ok(outcome);
  } finally {
    opened.close();
  }
}

/** The next message of a kind from the window; null: none came in time. */
function told(from: Window, kind: string, wait: number): Promise<unknown> {
  return new Promise((resolve) => {
    const end = (value: unknown): void => {
      removeEventListener("message", hear);
      clearTimeout(timer);
      resolve(value);
    };
    const hear = ({ source, origin, data }: MessageEvent<unknown>): void => {
      if (source !== from || origin !== location.origin) return;
      if (typeof data === "object" && data !== null && "livecheck" in data && data.livecheck === kind) end(data);
    };
    const timer = setTimeout(end, wait, null);
    addEventListener("message", hear);
  });
}

function readOutcome(data: unknown): LiveOutcome | null {
  if (typeof data !== "object" || data === null || !("seen" in data)) return null;
  const { seen } = data;
  if (typeof seen !== "object" || seen === null) return null;
  const { thrown, readyState, opened, enforced } = seen as Readonly<Record<string, unknown>>;
  return typeof thrown === "string" &&
    typeof readyState === "number" &&
    typeof opened === "boolean" &&
    typeof enforced === "number"
    ? { thrown, readyState, opened, enforced }
    : null;
}
