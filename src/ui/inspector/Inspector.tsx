import { lazy, Suspense, useEffect, useState } from "react";
import type { EntryDetail } from "../../core/log/entry.ts";
import { commandOf } from "../../core/profile/keymap.ts";
import { shortcutOf } from "../../core/profile/shortcut.ts";
import { formatSize } from "../../i18n/format.ts";
import { editLog, readEntry } from "../../state/log.ts";
import type { InspectorView } from "../../state/tab.ts";
import { useLogView, useTab, useWorkbench, workbench } from "../../state/workbench.ts";
import { focusNext } from "../focus.ts";
import { isMac } from "../keys.ts";
import { useText } from "../text.ts";
import { Actions } from "./Actions.tsx";
import { AnswerForm } from "./AnswerForm.tsx";
import { Facts } from "./Facts.tsx";
import { NoteFacts } from "./NoteFacts.tsx";
import { Waiting } from "./Waiting.tsx";

const PayloadViews = lazy(() => import("./PayloadViews.tsx").then((loaded) => ({ default: loaded.PayloadViews })));

/** As much of a payload as is read at once; the rest on request. */
const HEAD = 256 * 1024;
const VIEWS = ["pretty", "raw", "hex", "decoded"] as const satisfies readonly InspectorView[];

/** One entry whole: its payload in four readings, and its facts. */
export function Inspector() {
  const t = useText();
  const view = useTab((tab) => tab.log.inspector);
  const { detail, isMissing, loadAll } = useDetail();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the whole panel; what they do has buttons too
    <section
      className="flex min-h-0 flex-1 flex-col"
      aria-label={t.inspector.label}
      onKeyDown={(event) => {
        const isTyping = event.target instanceof Element && event.target.closest("input, select, [popover]") !== null;
        if (isTyping) return;
        const { letterKeys, keys } = workbench().settings;
        const shortcut = shortcutOf(event.nativeEvent, isMac);
        const command = shortcut === null || !letterKeys ? null : commandOf(shortcut, "inspector", keys);
        const chosen = VIEWS.find((name) => command === `view-${name}`);
        if (chosen) {
          editLog({ inspector: chosen });
          // What had the focus goes with its view.
          focusNext('[data-focus="inspector"]');
        }
        if (event.key === "Escape") document.querySelector<HTMLElement>(".log")?.focus();
      }}
    >
      <div className="ptabs">
        {detail?.row.what.type === "note" ? <h2 className="px-2 font-semibold">{t.inspector.whatHappened}</h2> : null}
        <div className="flex" role="tablist" aria-label={t.inspector.label} hidden={detail?.row.what.type === "note"}>
          {VIEWS.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              className="ptab"
              aria-selected={view === name}
              onClick={() => {
                editLog({ inspector: name });
              }}
            >
              {t.inspector[name]}
            </button>
          ))}
        </div>
        {detail ? (
          <div className="ml-auto flex">
            <Actions detail={detail} />
          </div>
        ) : null}
      </div>
      {detail === null ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Enter in the log leads here, also while it is empty
        <p className="blank" data-focus="inspector" tabIndex={-1}>
          {isMissing ? t.inspector.gone : t.inspector.empty}
        </p>
      ) : (
        <>
          {detail.row.what.type === "note" ? (
            <NoteFacts note={detail.row.what.note} />
          ) : (
            <Suspense fallback={<Waiting />}>
              <PayloadViews key={detail.row.seq} detail={detail} view={view} />
            </Suspense>
          )}
          {detail.head.length < detail.total ? (
            <p className="flex items-center gap-2 border-t border-line px-3 py-1 text-text-2">
              <span className="grow">
                {t.inspector.shown(formatSize(detail.head.length), formatSize(detail.total))}
              </span>
              <button type="button" className="btn" onClick={loadAll}>
                {t.inspector.loadAll(formatSize(detail.total))}
              </button>
            </p>
          ) : null}
          <AnswerForm key={detail.row.seq} row={detail.row} />
          <Facts detail={detail} />
        </>
      )}
    </section>
  );
}

/** Reads the selected entry; again when an answer to it came meanwhile. */
function useDetail(): { detail: EntryDetail | null; isMissing: boolean; loadAll: () => void } {
  const selected = useTab((tab) => tab.log.selected);
  const session = useWorkbench((state) => state.active);
  const link = useLogView(({ view }) => view?.rows.find(({ seq }) => seq === selected)?.link?.seq ?? null);
  const [detail, setDetail] = useState<EntryDetail | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [wholeOf, setWholeOf] = useState<number | null>(null);
  const limit = wholeOf === selected ? null : HEAD;
  useEffect(() => {
    let isCurrent = true;
    const reading = selected === null ? Promise.resolve(null) : readEntry(selected, limit);
    reading.then(
      (read) => {
        if (!isCurrent) return;
        setDetail(read);
        setMissing(selected !== null && read === null);
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [selected, session, link, limit]);
  return {
    detail,
    isMissing,
    loadAll: () => {
      setWholeOf(selected);
    },
  };
}
