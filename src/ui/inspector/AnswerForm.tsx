import { useState } from "react";
import type { Row } from "../../core/log/entry.ts";
import { readJson } from "../../core/units/json.ts";
import type { SendFault } from "../../core/profile/message.ts";
import { answerAlways, answerEntry } from "../../state/socketio.ts";
import { useTab, useWorkbench } from "../../state/workbench.ts";
import { useSocketIoTexts } from "../socketio/useSocketIoTexts.ts";
import { sendFaultText, useText } from "../text.ts";

/** Gives the acknowledgement that the server waits for, once or from now on. */
export function AnswerForm({ row }: { readonly row: Row }) {
  const t = useText();
  const texts = useSocketIoTexts()?.answer;
  const session = useWorkbench((state) => state.active);
  const isOpen = useTab((tab) => tab.session.phase === "open");
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
  const read = readJson(args.trim() === "" ? "[]" : args);
  const isArray = read.ok && read.value[0]?.kind === "[";
  const send = async (): Promise<void> => {
    const wrong = await answerEntry(session, row.seq, args);
    setFault(wrong);
    setAnswered(wrong === null);
  };
  return (
    <form
      className="answer"
      aria-label={texts.waits}
      onSubmit={(event) => {
        event.preventDefault();
        if (isArray || args.includes("{{")) void send();
      }}
    >
      <p>{texts.waits}</p>
      <div className="flex items-center gap-2">
        <span className={`field flex-1 ${isArray || args.includes("{{") ? "" : "is-wrong"}`}>
          <input
            className="mono"
            aria-label={texts.args}
            aria-invalid={!isArray}
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
            answerAlways(what.event ?? "", args);
            void send();
          }}
        >
          {texts.always}
        </button>
      </div>
      {isArray || args.includes("{{") ? null : (
        <p className="says is-wrong" role="alert">
          {t.fieldFault["not-a-list"]().replaceAll("`", "")}
        </p>
      )}
      {fault === null ? null : (
        <p className="says is-wrong" role="alert">
          {sendFaultText(t, fault, [args])}
        </p>
      )}
    </form>
  );
}
