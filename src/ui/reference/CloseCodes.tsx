import "../styles/reference.css";
import { useEffect, useId, useRef, useState } from "react";
import { closeCodeRange } from "../../core/explain/closeCodes.ts";
import { codeEntries, searchCodes, type CodeEntry, type CodeKey } from "../../core/explain/codeRegistry.ts";
import { SYSTEM_NAMES, type SystemId } from "../../core/explain/codes/systems.ts";
import type { CodeTexts } from "../../i18n/codes/codeTexts.ts";
import { loadCodeTexts } from "../../i18n/codes/load.ts";
import { say } from "../../state/workbench.ts";
import { chosenLocale } from "../locale.ts";
import { Icon } from "../parts/Icon.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { Select } from "../parts/Select.tsx";
import { useText } from "../text.ts";
import { CodeList } from "./CodeList.tsx";

interface CloseCodesProps {
  readonly onClose: () => void;
  /** What to look for at first, such as the code of a log entry; its best match stands open. */
  readonly initialQuery?: string;
}

/** What every known close code means, for whom, and what to do about it. Shown as soon as its texts are there. */
export function CloseCodes({ onClose, initialQuery = "" }: CloseCodesProps) {
  const texts = useCodeTexts(onClose);
  return texts === null ? null : <Screen texts={texts} initialQuery={initialQuery} onClose={onClose} />;
}

/** The texts of the chosen language; the language cannot change while a modal screen is open. */
function useCodeTexts(onFailure: () => void): CodeTexts | null {
  const [texts, setTexts] = useState<CodeTexts | null>(null);
  const fail = useRef(onFailure);
  useEffect(() => {
    let isCurrent = true;
    loadCodeTexts(chosenLocale()).then(
      (loaded) => {
        if (isCurrent) setTexts(loaded);
      },
      (error: unknown) => {
        if (!isCurrent) return;
        say("mistake", String(error));
        fail.current();
      },
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  return texts;
}

type SystemChoice = SystemId | "all";

const systemIds = [...new Set(codeEntries.map(({ system }) => system))].toSorted((one, other) =>
  SYSTEM_NAMES[one].localeCompare(SYSTEM_NAMES[other], "en"),
);

interface ScreenProps {
  readonly texts: CodeTexts;
  readonly initialQuery: string;
  readonly onClose: () => void;
}

function Screen({ texts, initialQuery, onClose }: ScreenProps) {
  const t = useText();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(initialQuery);
  const [system, setSystem] = useState<SystemChoice>("all");
  const wordsOf = ({ key }: CodeEntry): string => texts.codes[key].join("\n");
  const found = searchCodes(query, wordsOf).filter((entry) => system === "all" || entry.system === system);
  const [openKey, setOpenKey] = useState<CodeKey | null>(initialQuery === "" ? null : (found[0]?.key ?? null));
  const close = (): void => dialog.current?.close();

  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
    searchField.current?.focus();
  }, []);

  return (
    <dialog
      ref={dialog}
      className="ref"
      aria-labelledby={titleId}
      onClose={onClose}
      onKeyDown={(event) => {
        // The keys of the page behind: they would act on what cannot be reached from here.
        event.stopPropagation();
        if (event.key !== "Escape") return;
        // A search field takes the first Escape for itself.
        event.preventDefault();
        close();
      }}
    >
      <div className="ref-h">
        <h2 id={titleId}>{texts.screen.title}</h2>
        <IconButton icon="close" label={t.app.close} onClick={close} />
      </div>
      <div className="ref-bar">
        <label className="field ref-search">
          <Icon name="filter" small />
          <input
            ref={searchField}
            type="search"
            aria-label={texts.screen.search}
            placeholder={texts.screen.search}
            spellCheck={false}
            autoComplete="off"
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
            }}
          />
        </label>
        <Select
          label={texts.screen.system}
          value={system}
          options={[
            { value: "all", text: texts.screen.allSystems },
            ...systemIds.map((value) => ({ value, text: SYSTEM_NAMES[value] })),
          ]}
          onChange={setSystem}
        />
        <span className="ref-count" role="status">
          {texts.screen.count(found.length)}
        </span>
      </div>
      {found.length === 0 ? (
        <Nothing texts={texts} query={query} />
      ) : (
        <CodeList texts={texts} entries={found} openKey={openKey} onOpen={setOpenKey} />
      )}
    </dialog>
  );
}

/** Nothing found; for a number, whose it is to give a meaning. */
function Nothing({ texts, query }: { readonly texts: CodeTexts; readonly query: string }) {
  const number = query.trim();
  return (
    <div className="ref-none">
      <p>{texts.screen.none}</p>
      {/^\d{1,5}$/.test(number) ? <p>{texts.ranges[closeCodeRange(Number(number))]}</p> : null}
    </div>
  );
}
