import { useEffect } from "react";
import type { Messages } from "../i18n/index.ts";
import { setWorkbench, useWorkbench, type Notice } from "../state/workbench.ts";
import { IconButton } from "./parts/IconButton.tsx";
import { useText } from "./text.ts";

/** What was done can be undone for this long; what went wrong stays until it is dismissed. */
const SHOWN = 10_000;
const SHOWN_SHORT = 2000;

function noticeText(t: Messages, { kind, detail }: Notice): string {
  switch (kind) {
    case "cleared":
      return t.notice.cleared;
    case "tab-closed":
      return t.notice.tabClosed;
    case "saved":
      return t.notice.saved(detail);
    case "reverted":
      return t.notice.reverted(detail);
    case "deleted":
      return t.notice.deleted(detail);
    case "imported":
      return t.notice.imported(detail);
    case "kept-both":
      return t.notice.keptBoth(detail);
    case "copied":
      return t.notice.copied;
    case "not-copied":
      return t.notice.notCopied(detail);
    case "storage":
      return t.notice.storage(detail);
    case "no-evidence":
      return t.notice.noEvidence(detail);
    case "recording":
      return t.notice.recording(detail === "full");
    case "told":
      return detail;
    case "mistake":
      return t.notice.mistake(detail);
  }
}

export function Toast() {
  const t = useText();
  const notice = useWorkbench((state) => state.notice);
  useEffect(() => {
    if (!notice || notice.kind === "storage" || notice.kind === "mistake" || notice.kind === "recording") return;
    const timer = setTimeout(dismiss, notice.kind === "copied" || notice.kind === "saved" ? SHOWN_SHORT : SHOWN);
    return () => {
      clearTimeout(timer);
    };
  }, [notice]);
  return (
    <div role="status" aria-live="polite">
      {notice ? (
        <div className="toast">
          <span className="grow">{noticeText(t, notice)}</span>
          {notice.undo ? (
            <button
              type="button"
              className="btn"
              onClick={() => {
                notice.undo?.();
                dismiss();
              }}
            >
              {t.app.undo}
            </button>
          ) : null}
          {notice.kind === "storage" ? (
            <button
              type="button"
              className="btn"
              onClick={() => {
                setWorkbench({ dialog: { is: "share", what: { is: "everything" } } });
              }}
            >
              {t.settings.backUp}
            </button>
          ) : null}
          <IconButton icon="close" label={t.app.dismiss} onClick={dismiss} />
        </div>
      ) : null}
    </div>
  );
}

const dismiss = (): void => {
  setWorkbench({ notice: null });
};
