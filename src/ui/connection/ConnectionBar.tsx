import { PROTOCOL_IDS, PROTOCOLS } from "../../core/protocols/index.ts";
import { connect, disconnect, editProfile, retryNow } from "../../state/connection.ts";
import { isEdited } from "../../state/effective.ts";
import { isLive } from "../../state/tab.ts";
import { saveTab } from "../../state/save.ts";
import { setWorkbench, useTab } from "../../state/workbench.ts";
import { submitKey } from "../keys.ts";
import { Icon } from "../parts/Icon.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { RadioBar } from "../parts/RadioBar.tsx";
import { useText } from "../text.ts";
import { UrlField } from "./UrlField.tsx";
import { UrlSays } from "./UrlSays.tsx";
import { useState } from "react";

const PROTOCOL_OPTIONS = PROTOCOL_IDS.map((value) => ({ value, text: PROTOCOLS[value].name }));

/** Saves the setup; it stands out while there is something to save. */
function SaveButton() {
  const t = useText();
  const edited = useTab(isEdited);
  return (
    <button
      type="button"
      className={`icon-btn relative ${edited ? "text-accent" : ""}`}
      aria-label={edited ? t.connection.saveChanges : t.connection.save}
      title={edited ? t.connection.saveChanges : t.connection.save}
      onClick={saveTab}
    >
      <Icon name="saved" />
      {edited ? <span className="dirty absolute right-0.5 top-0.5" /> : null}
    </button>
  );
}

/** Protocol, address, and the one button that connects, cancels and disconnects. */
export function ConnectionBar() {
  const t = useText();
  const protocol = useTab((tab) => tab.profile.protocol);
  const isRunning = useTab(isLive);
  const phase = useTab((tab) => tab.session.phase);
  // The fault of an empty field is said once somebody tried to connect with it.
  const [tried, setTried] = useState(false);
  const go = (): void => {
    setTried(!connect());
  };
  return (
    <section aria-label={t.connection.label}>
      <div className="conn">
        <RadioBar
          label={t.connection.protocol}
          value={protocol}
          options={PROTOCOL_OPTIONS}
          locked={isRunning ? t.connection.protocolLocked : undefined}
          onChange={(chosen) => {
            editProfile({ protocol: chosen });
          }}
        />
        <span className="spring narrow-only" />
        <UrlField onSubmit={go} isStrict={tried} />
        {phase === "waiting" ? (
          <button type="button" className="btn btn-lg" onClick={retryNow}>
            {t.connection.retryNow}
          </button>
        ) : null}
        <button
          type="button"
          className={`btn btn-lg go ${isRunning ? "" : "btn-primary"}`}
          onClick={(event) => {
            // The second click of a double click must neither cancel nor connect once more.
            if (event.detail > 1) return;
            if (isRunning) disconnect();
            else go();
          }}
        >
          {isRunning ? <Icon name="stop" small /> : null}
          {isRunning
            ? phase === "open" || phase === "closing"
              ? t.connection.disconnect
              : t.connection.cancel
            : t.connection.connect}
          {isRunning ? null : (
            <span className="kbd" aria-hidden="true">
              {submitKey}
            </span>
          )}
        </button>
        <SaveButton />
        <IconButton
          icon="code"
          className="wide-only"
          label={t.connection.copyAs}
          onClick={() => {
            setWorkbench({ dialog: { is: "copy-as" } });
          }}
        />
      </div>
      <UrlSays isStrict={tried} />
    </section>
  );
}
