import { lazy, Suspense, useState } from "react";
import { PROTOCOLS } from "../../core/protocols/index.ts";
import { setWorkbench, useTab } from "../../state/workbench.ts";
import { Rich } from "../parts/Rich.tsx";
import { useText } from "../text.ts";
import {
  ClosingChip,
  HeartbeatChip,
  OnOpenChip,
  ParamsChip,
  ReconnectChip,
  SubprotocolsChip,
  TimeoutChip,
  VariablesChip,
} from "./commonChips.tsx";

/** Fetched with the panels behind the chips, as soon as the page is drawn. */
const SocketIoChips = lazy(() => import("./SocketIoChips.tsx").then((loaded) => ({ default: loaded.SocketIoChips })));

/** Every setting of the connection in one line. */
export function Chips() {
  const t = useText();
  const protocol = useTab((tab) => tab.profile.protocol);
  const [isUnfolded, setUnfolded] = useState(false);
  const { subprotocols, closeCode } = PROTOCOLS[protocol];
  return (
    <div className={`chips ${isUnfolded ? "is-unfolded" : ""}`} role="group" aria-label={t.connection.options}>
      {protocol === "socketio" ? (
        <Suspense>
          <SocketIoChips />
        </Suspense>
      ) : null}
      <ParamsChip />
      {subprotocols ? <SubprotocolsChip /> : null}
      <HeartbeatChip />
      <ReconnectChip />
      <OnOpenChip />
      <TimeoutChip />
      {closeCode ? <ClosingChip /> : null}
      <VariablesChip />
      <AboutChip />
      <button
        type="button"
        className="chip narrow-only"
        aria-expanded={isUnfolded}
        onClick={() => {
          setUnfolded(!isUnfolded);
        }}
      >
        {isUnfolded ? "−" : "…"}
        <span className="vh">{t.connection.options}</span>
      </button>
      <Negotiated />
    </div>
  );
}

/** Notes and the product behind the address stand in a dialog: they are prose. */
function AboutChip() {
  const t = useText();
  const notes = useTab(({ profile }) => profile.notes.trim());
  return (
    <button
      type="button"
      className={`chip ${notes === "" ? "is-off" : ""}`}
      aria-haspopup="dialog"
      title={notes}
      onClick={() => {
        setWorkbench({ dialog: { is: "about" } });
      }}
    >
      {t.chips.notes}{" "}
      {notes === "" ? <span className="off">{t.app.none}</span> : <b className="cut max-w-40">{notes}</b>}
    </button>
  );
}

function Negotiated() {
  const t = useText();
  const session = useTab((tab) => tab.session);
  if (session.phase === "idle")
    return (
      <span className="wide-only cut min-w-0 flex-1 basis-40 text-right text-text-3">{t.connection.nothingSent}</span>
    );
  if (session.phase !== "open") return null;
  const { subprotocol, extensions } = session.negotiated;
  const agreed = [subprotocol, extensions].filter((part) => part !== "").join(", ");
  return agreed === "" ? null : (
    <span className="wide-only cut min-w-0 flex-1 basis-40 text-right text-text-3">
      <Rich text={t.connection.negotiated(agreed)} />
    </span>
  );
}
