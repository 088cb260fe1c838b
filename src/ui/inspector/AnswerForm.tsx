import { useState } from "react";
import type { Row } from "../../core/log/entry.ts";
import { encodeArguments, type SendFault } from "../../core/profile/message.ts";
import { previewFill } from "../../state/connection.ts";
import { effective } from "../../state/effective.ts";
import { answerAlways, answerEntry } from "../../state/socketio.ts";
import { useTab, useWorkbench } from "../../state/workbench.ts";
import { useSocketIoTexts } from "../socketio/useSocketIoTexts.ts";
import { Rich } from "../parts/Rich.tsx";
import { sendFaultText, useText } from "../text.ts";

/** Gives the acknowledgement that the server waits for, once or from now on. */
export function AnswerForm({ row }: { readonly row: Row }) {
  const t = useText();
  const texts = useSocketIoTexts()?.answer;
  const session = useWorkbench((state) => state.active);
  const isOpen = useTab((tab) => tab.session.phase === "open");
  const { variables } = useTab(effective);
  const [args, setArgs] = useState('["ok"]');
  const [fault, setFault] = useState<SendFault | null>(null);
  const [isAnswered, setAnswered] = useState(false);
  const { what } = row;
  const waits =
    what.type === "event" &&
    what.event !== null &&
    row.direction === "received" &&
    row.ackId !== null &&
    row.link === null;
  if (!texts || !waits || !isOpen) return null;
  if (isAnswered)
    return (
      <p className="answer" role="status">
        {texts.sent}
      </p>
    );
  const encoded = encodeArguments(args, previewFill(variables));
  const wrong = encoded.ok ? fault : encoded.fault;
  const send = async (): Promise<void> => {
    if (!encoded.ok) return;
    const refused = await answerEntry(session, row.seq, args);
    setFault(refused);
    setAnswered(refused === null);
  };
  return (
    <form
      className="answer"
      aria-label={texts.waits}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p>{texts.waits}</p>
      <div className="flex items-center gap-2">
        <span className={`field flex-1 ${encoded.ok ? "" : "is-wrong"}`}>
          <input
            className="mono"
            aria-label={texts.args}
            aria-invalid={!encoded.ok}
            spellCheck={false}
            autoComplete="off"
            value={args}
            onChange={(event) => {
              setArgs(event.target.value);
              setFault(null);
            }}
          />
        </span>
        <button type="submit" className="btn btn-primary">
          {texts.send}
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => {
            if (encoded.ok) answerAlways(what.event ?? "", args);
            void send();
          }}
        >
          {texts.always}
        </button>
      </div>
      {wrong === null ? null : (
        <p className="says is-wrong" role="alert">
          <Rich text={sendFaultText(t, wrong, [args])} />
        </p>
      )}
    </form>
  );
}
