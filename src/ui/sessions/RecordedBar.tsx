import "../styles/sessions.css";
import { openTab } from "../../state/tabs.ts";
import { activeTab, setWorkbench, useTab, workbench } from "../../state/workbench.ts";
import { tabTitle } from "../../state/connection.ts";
import { Icon } from "../parts/Icon.tsx";
import { useSessionTexts } from "./useSessionTexts.ts";

/** In place of the connection bar: what is shown, that nothing can be done to it, and the way to a connection. */
export function RecordedBar() {
  const texts = useSessionTexts();
  const title = useTab(tabTitle);
  const url = useTab(({ profile }) => profile.url);
  if (texts === null) return <div className="conn" />;
  const words = texts.recorded;
  return (
    <section aria-label={words.label}>
      <div className="conn recorded-bar">
        <span className="tag">{words.says}</span>
        <span className="cut recorded-what">
          <strong>{title}</strong> {url === "" ? null : <span className="mono text-text-2">{url}</span>}
        </span>
        <button
          type="button"
          className="btn btn-lg"
          onClick={() => {
            setWorkbench({ dialog: { is: "compare" } });
          }}
        >
          {texts.compare.title}
        </button>
        {url === "" ? null : (
          <button
            type="button"
            className="btn btn-lg"
            onClick={() => {
              openTab({ ...activeTab(workbench()).profile });
            }}
          >
            <Icon name="add" small />
            {words.connect}
          </button>
        )}
      </div>
      <p className="recorded-why hint">{words.why}</p>
    </section>
  );
}
