import "../styles/library.css";
import { loadCommandTexts } from "../../i18n/commands/load.ts";
import { keysOf, type CommandId } from "../../core/profile/keymap.ts";
import { shownKeys } from "../../core/profile/shortcut.ts";
import { setWorkbench, useWorkbench } from "../../state/workbench.ts";
import { isMac, submitKey } from "../keys.ts";
import { RecentList } from "../library/RecentList.tsx";
import { useLibraryTexts } from "../library/useLibraryTexts.ts";
import { useIsWide } from "../room.ts";
import { useText } from "../text.ts";
import { useLoaded } from "../useLoaded.ts";

/** What the start screen has beyond its servers: fetched once it is drawn. */
export function StartMore() {
  return (
    <>
      <Recent />
      <Keys />
    </>
  );
}

/** Where somebody was before, unless it stands beside the work already. */
function Recent() {
  const texts = useLibraryTexts();
  const isBeside = useWorkbench((state) => state.settings.profilesShown);
  const hasRoom = useIsWide();
  if (texts === null || (isBeside && hasRoom)) return null;
  return <RecentList texts={texts} isAside={false} />;
}

/** The keys that are worth knowing on the first day, as they are at the moment. */
function Keys() {
  const t = useText();
  const texts = useLoaded(loadCommandTexts);
  const changes = useWorkbench((state) => state.settings.keys);
  if (texts === null) return null;
  const { names, start } = texts;
  const of = (...ids: readonly CommandId[]): readonly string[] =>
    ids.flatMap((id) => {
      const keys = keysOf(id, changes);
      return keys === "" ? [] : [shownKeys(keys, isMac).join(" ")];
    });
  const rows: readonly (readonly [what: string, keys: readonly string[]])[] = [
    [names.palette, of("palette")],
    [start.submit, [submitKey]],
    [names.disconnect, of("disconnect")],
    [names.url, of("url")],
    [names.message, of("message")],
    [names.filter, of("filter")],
    [start.rows, of("row-next", "row-previous")],
    [start.inspect, ["Enter", "Esc"]],
    [names.diagnosis, of("diagnosis")],
    [names["linked-row"], of("linked-row")],
    [start.views, of("view-pretty", "view-raw", "view-hex", "view-decoded")],
    [names["focus-log"], of("focus-log")],
    [names.hold, of("hold")],
    [names.save, of("save")],
    [names.share, of("share")],
    [start.tabs, of("previous-tab", "next-tab")],
    [names["new-tab"], of("new-tab")],
    [names.regions, of("regions")],
  ];
  return (
    <section className="blk keys">
      <h2>
        <span className="grow">{t.start.keys}</span>
        <button
          type="button"
          className="link-btn"
          onClick={() => {
            setWorkbench({ dialog: { is: "settings", at: "keys", field: null } });
          }}
        >
          {start.all}
        </button>
      </h2>
      <dl>
        {rows
          .filter(([, keys]) => keys.length > 0)
          .map(([what, keys]) => (
            <div key={what} className="key-line">
              <dt>{what}</dt>
              <dd className="flex gap-1">
                {keys.map((key) => (
                  <kbd key={key} className="kb">
                    {key}
                  </kbd>
                ))}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
