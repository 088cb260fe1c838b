import { TIMES } from "../../core/profile/settings.ts";
import { changeSettings } from "../../state/persist.ts";
import { useWorkbench } from "../../state/workbench.ts";
import { useText } from "../text.ts";

/** Names of the columns; that of the time switches how times are shown. */
export function LogHead() {
  const t = useText();
  const time = useWorkbench((state) => state.settings.time);
  const isRelative = time === "relative";
  return (
    <div role="row" className="row head">
      <span role="columnheader" className="seq">
        {t.log.seq}
      </span>
      <span role="columnheader" className="time">
        <button
          type="button"
          tabIndex={-1}
          title={t.log.times[time]}
          onClick={() => {
            changeSettings({ time: TIMES[(TIMES.indexOf(time) + 1) % TIMES.length] ?? "absolute" });
          }}
        >
          {isRelative ? "+" : ""}
          {t.log.time}
        </button>
      </span>
      <span role="columnheader" className="delta">
        {t.log.delta}
      </span>
      <span role="columnheader" className="dir">
        <span className="vh">{t.log.direction}</span>
      </span>
      <span role="columnheader" className="size">
        {t.log.size}
      </span>
      <span role="columnheader" className="what">
        {t.log.payload}
      </span>
    </div>
  );
}
