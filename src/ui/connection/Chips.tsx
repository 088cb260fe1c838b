import { useState } from "react";
import { PROTOCOLS } from "../../core/protocols/index.ts";
import { useTab } from "../../state/workbench.ts";
import { Rich } from "../parts/Rich.tsx";
import { useText } from "../text.ts";
import { HeartbeatChip } from "./HeartbeatChip.tsx";
import { OnOpenChip, ParamsChip, TimeoutChip, VariablesChip } from "./commonChips.tsx";
import { ReconnectChip } from "./ReconnectChip.tsx";
import { SocketIoChips } from "./SocketIoChips.tsx";
import { ClosingChip, SubprotocolsChip } from "./webSocketChips.tsx";

/** Every setting of the connection in one line. */
export function Chips() {
  const t = useText();
  const protocol = useTab((tab) => tab.profile.protocol);
  const [isUnfolded, setUnfolded] = useState(false);
  const { subprotocols, closeCode } = PROTOCOLS[protocol];
  return (
    <div className={`chips ${isUnfolded ? "is-unfolded" : ""}`} role="group" aria-label={t.connection.options}>
      {protocol === "socketio" ? <SocketIoChips /> : null}
      <ParamsChip />
      {subprotocols ? <SubprotocolsChip /> : null}
      <HeartbeatChip />
      <ReconnectChip />
      <OnOpenChip />
      <TimeoutChip />
      {closeCode ? <ClosingChip /> : null}
      <VariablesChip />
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
