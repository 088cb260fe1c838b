import { useEffect, useState } from "react";
import type { ServerVerdict } from "../../core/explain/detectServer.ts";
import type { SocketIoTexts } from "../../i18n/socketio/socketioTexts.ts";
import { editProfile } from "../../state/connection.ts";
import { detectVersion, serverAddress, type DetectAnswer } from "../../state/socketio.ts";
import { activeTab, useTab, workbench } from "../../state/workbench.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Rich } from "../parts/Rich.tsx";
import { useText } from "../text.ts";
import { AddressFault } from "./AddressFault.tsx";

interface DetectDialogProps {
  readonly texts: SocketIoTexts;
  readonly onClose: () => void;
}

/** Looks which Socket.IO server is at the address, says what was asked, and offers the client for it. */
export function DetectDialog({ texts: { detect }, onClose }: DetectDialogProps) {
  const t = useText();
  const [answer, setAnswer] = useState<DetectAnswer | "asking" | null>("asking");
  const [address] = useState(serverAddress);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    void detectVersion().then(
      (found) => {
        if (isCurrent) setAnswer(found);
      },
      // The engine is down, which is said elsewhere.
      () => {
        if (isCurrent) setAnswer(null);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [turn]);
  const isAsking = answer === "asking";
  return (
    <Dialog
      title={detect.title}
      closeLabel={t.app.close}
      width={600}
      onClose={onClose}
      onSubmit={() => {
        setAnswer("asking");
        setTurn(turn + 1);
      }}
      footer={
        <>
          <button type="button" className="btn btn-lg" onClick={onClose}>
            {t.app.close}
          </button>
          <button type="submit" className="btn btn-lg" disabled={isAsking || address === null}>
            {detect.again}
          </button>
        </>
      }
    >
      <section className="flex flex-col gap-2">
        <p className="text-text-2">{detect.hint}</p>
        {address === null ? <AddressFault /> : null}
        <div role="status" aria-live="polite" className="flex flex-col gap-2">
          {isAsking ? <p className="text-text-3">{detect.asking}</p> : null}
          {answer === null || isAsking ? null : <Verdict texts={detect} verdict={answer.verdict} onClose={onClose} />}
        </div>
        {answer === null || isAsking ? null : (
          <div>
            <h3>{detect.asked}</h3>
            {answer.requests.map((request) => (
              <p key={request} className="mono [overflow-wrap:anywhere] text-text-2">
                {request}
              </p>
            ))}
          </div>
        )}
      </section>
    </Dialog>
  );
}

interface VerdictProps {
  readonly texts: SocketIoTexts["detect"];
  readonly verdict: ServerVerdict;
  readonly onClose: () => void;
}

function Verdict({ texts, verdict, onClose }: VerdictProps) {
  const chosen = useTab((tab) => tab.profile.socketio.clientVersion);
  if (verdict.is !== "server") {
    const says =
      verdict.is === "refused"
        ? texts.refused(verdict.code === null ? "" : String(verdict.code), verdict.message)
        : verdict.is === "other"
          ? texts.other(verdict.status === null ? "" : String(verdict.status))
          : texts.hidden;
    return (
      <p className="text-13" data-verdict={verdict.is}>
        <Rich text={says} />
      </p>
    );
  }
  const client = verdict.version === "2" ? "2" : "4";
  return (
    <>
      <p className="text-13 text-ok" data-verdict={verdict.version}>
        {texts.servers[verdict.version]}
      </p>
      {chosen === client ? (
        <p className="text-text-2">{texts.isUsed(client)}</p>
      ) : (
        <button
          type="button"
          className="btn btn-primary self-start"
          onClick={() => {
            const { socketio } = activeTab(workbench()).profile;
            editProfile({ socketio: { ...socketio, clientVersion: client } });
            onClose();
          }}
        >
          {texts.use(client)}
        </button>
      )}
    </>
  );
}
