import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { shortUrl } from "../../state/connection.ts";
import { forgetRecent } from "../../state/recent.ts";
import { openTab } from "../../state/tabs.ts";
import { setWorkbench, useWorkbench } from "../../state/workbench.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { MidCut } from "../parts/MidCut.tsx";

interface RecentListProps {
  readonly texts: LibraryTexts;
  /** Whether it stands among the profiles, with a heading like theirs. */
  readonly isAside: boolean;
}

/** What was connected with and never saved. A click fills a tab in; it does not connect. */
export function RecentList({ texts, isAside }: RecentListProps) {
  const recent = useWorkbench((state) => state.recent);
  if (recent.length === 0) return null;
  return (
    <section aria-label={texts.side.recent} className={isAside ? "pb-2" : "blk"}>
      <h2 className={isAside ? "side-sec side-head" : ""}>{texts.side.recent}</h2>
      {recent.map((one) => {
        const { profile, opened } = one;
        const where = shortUrl(profile.url) + (profile.protocol === "socketio" ? ` ${profile.socketio.namespace}` : "");
        return (
          <div key={`${profile.protocol} ${where} ${profile.url}`} className="item">
            <button
              type="button"
              className="item-b"
              title={where}
              onClick={() => {
                setWorkbench({ isDrawerOpen: false });
                openTab(profile);
              }}
            >
              <span
                className={`mark mark-${opened ? "idle" : "failed"}`}
                role="img"
                aria-label={opened ? texts.side.opened : texts.side.failed}
              />
              <MidCut className="mono" text={where} />
            </button>
            <IconButton
              icon="close"
              className="more"
              label={texts.side.forget(where)}
              onClick={() => {
                forgetRecent(one);
              }}
            />
          </div>
        );
      })}
    </section>
  );
}
