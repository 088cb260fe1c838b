import { useState } from "react";
import { bytes } from "../../core/units/units.ts";
import type { SessionTexts } from "../../i18n/sessions/sessionTexts.ts";
import { changeSettings } from "../../state/persist.ts";
import { askToPersist } from "../../state/recordings.ts";
import { useWorkbench } from "../../state/workbench.ts";
import { NumberField } from "../parts/NumberField.tsx";
import { useStorageState } from "../useStorageState.ts";

const MEBIBYTE = 1024 * 1024;

interface StorageFactsProps {
  readonly texts: SessionTexts;
  /** Octets of all recordings. */
  readonly size: number;
}

/** What recordings take and may take, what happens beyond that, and what the browser may do. */
export function StorageFacts({ texts: { recordings: words }, size }: StorageFactsProps) {
  const budget = useWorkbench((state) => state.settings.recordingBudget);
  const [storage, setStorage] = useStorageState(size);
  const [isRefused, setRefused] = useState(false);
  const ask = async (): Promise<void> => {
    const isPersisted = await askToPersist();
    setRefused(!isPersisted);
    setStorage((state) => state && { ...state, isPersisted });
  };
  return (
    <section className="flex flex-col gap-2">
      <div className="pop-f">
        <label htmlFor="rec-budget">{words.budget}</label>
        <NumberField
          id="rec-budget"
          label={words.budget}
          value={Math.round(budget / MEBIBYTE)}
          min={1}
          max={100_000}
          onChange={(value) => {
            if (value !== null) changeSettings({ recordingBudget: bytes(value * MEBIBYTE) });
          }}
        />
      </div>
      <p className="hint">{words.uses(size, budget)}</p>
      <p className="hint">{words.rule}</p>
      {storage === null ? null : (
        <p className="says items-center gap-y-2">
          <span>{words.quota(storage.used, storage.quota)}</span>
          <span>{storage.isPersisted ? words.persisted : words.evictable}</span>
          {storage.isPersisted ? null : (
            <button type="button" className="btn" onClick={() => void ask()}>
              {words.persist}
            </button>
          )}
          {isRefused ? <span role="status">{words.notPersisted}</span> : null}
        </p>
      )}
    </section>
  );
}
