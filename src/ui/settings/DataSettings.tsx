import { useEffect, useRef, useState } from "react";
import { defaultSettings } from "../../core/profile/settings.ts";
import type { SettingTexts } from "../../i18n/settings/settingTexts.ts";
import { formatCount, formatSize } from "../../i18n/format.ts";
import { deleteEverything } from "../../state/deleteAll.ts";
import { changeSettings } from "../../state/persist.ts";
import { loadRecordings } from "../../state/recordings.ts";
import { setWorkbench, useWorkbench } from "../../state/workbench.ts";
import { useText } from "../text.ts";
import { useStorageState } from "../useStorageState.ts";
import { version } from "../version.ts";

/** What this browser keeps, the way out of it, and the way to be rid of it. */
export function DataSettings({ texts }: { readonly texts: SettingTexts }) {
  const t = useText();
  const { data } = texts;
  const profiles = useWorkbench(({ library }) => library.profiles.length);
  const environments = useWorkbench(({ library }) => library.environments.length);
  const recent = useWorkbench((state) => state.recent.length);
  const recordings = useRecordingCount();
  const [storage] = useStorageState();
  const rows: readonly (readonly [name: string, value: string])[] = [
    [data.profiles, formatCount(profiles)],
    [data.environments, formatCount(environments)],
    [data.recent, formatCount(recent)],
    [data.recordings, recordings === null ? "…" : formatCount(recordings)],
    [data.used, storage === null ? data.unknown : data.of(formatSize(storage.used), formatSize(storage.quota))],
    [data.version, `Sockwright ${version}`],
  ];
  return (
    <>
      <dl className="set-facts" aria-label={data.kept}>
        {rows.map(([name, value]) => (
          <div key={name} className="kv">
            <dt>{name}</dt>
            <dd className="mono">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-2 pb-2">
        <button
          type="button"
          className="btn"
          onClick={() => {
            setWorkbench({ dialog: { is: "share", what: { is: "everything" } } });
          }}
        >
          {t.settings.backUp}
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => {
            setWorkbench({ dialog: { is: "recordings" } });
          }}
        >
          {data.recordings}
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => {
            changeSettings(defaultSettings);
          }}
        >
          {data.resetAll}
        </button>
      </div>
      <p className="hint">{data.resetHint}</p>
      <DeleteAll texts={texts} />
      <p className="hint">{data.privacy}</p>
    </>
  );
}

/** The one thing without an undo, so it asks. */
function DeleteAll({ texts: { data } }: { readonly texts: SettingTexts }) {
  const [isAsking, setAsking] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const keep = useRef<HTMLButtonElement>(null);
  // The harmless answer to the question just asked.
  useEffect(() => {
    keep.current?.focus();
  }, [isAsking]);
  if (!isAsking)
    return (
      <p className="flex flex-wrap items-center gap-2 py-2">
        <button
          type="button"
          className="btn text-trouble"
          onClick={() => {
            setAsking(true);
          }}
        >
          {data.deleteAll}
        </button>
        <span className="hint">{data.deleteHint}</span>
      </p>
    );
  return (
    <div role="group" aria-label={data.deleteAll} className="flex flex-col gap-2 py-2">
      <p>{data.deleteHint}</p>
      <p className="flex gap-2">
        <button
          type="button"
          className="btn text-trouble"
          onClick={() => {
            deleteEverything().catch((error: unknown) => {
              setFault(String(error));
            });
          }}
        >
          {data.deleteSure}
        </button>
        <button
          type="button"
          className="btn"
          ref={keep}
          onClick={() => {
            setAsking(false);
          }}
        >
          {data.deleteKeep}
        </button>
      </p>
      {fault === null ? null : <p className="says is-wrong">{data.deleteFailed(fault)}</p>}
    </div>
  );
}

/** How many there are; null: not known yet. */
function useRecordingCount(): number | null {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const show = (found: number): void => {
      if (isCurrent) setCount(found);
    };
    loadRecordings().then(
      (list) => {
        show(list.length);
      },
      () => {
        show(0);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  return count;
}
