import { payloadSize, FORMATS } from "../../core/profile/message.ts";
import { formatJson, minifyJson } from "../../core/units/formatJson.ts";
import { readJson } from "../../core/units/json.ts";
import { formatSize } from "../../i18n/format.ts";
import type { Messages } from "../../i18n/index.ts";
import { connectAndSend, replaceText, setFormat } from "../../state/composer.ts";
import { bodyOf, draftOf, isLive, type Tab } from "../../state/tab.ts";
import { activeTab, useTab, workbench } from "../../state/workbench.ts";
import { checkDraft } from "./checkDraft.ts";
import { submitKey } from "../keys.ts";
import { Rich } from "../parts/Rich.tsx";
import { Select } from "../parts/Select.tsx";
import { draftFaultText, sendFaultText, useText } from "../text.ts";

export const COMPOSER_SAYS = "composer-says";

/** Format, what will be on the wire or why nothing can be, and Send. */
export function SendBar({ onSubmit }: { readonly onSubmit: () => void }) {
  const t = useText();
  const format = useTab((tab) => bodyOf(tab).format);
  const isOpen = useTab((tab) => tab.session.phase === "open");
  const isRunning = useTab(isLive);
  return (
    <div className="send">
      <Select
        label={t.composer.format}
        value={format}
        options={FORMATS.map((value) => ({ value, text: t.composer.formats[value] }))}
        onChange={setFormat}
      />
      {format === "json" ? (
        <>
          <button
            type="button"
            className="btn"
            onClick={() => {
              reshape(formatJson);
            }}
          >
            {t.composer.tidy}
          </button>
          <button
            type="button"
            className="btn wide-only"
            onClick={() => {
              reshape(minifyJson);
            }}
          >
            {t.composer.minify}
          </button>
        </>
      ) : null}
      <Says />
      {isOpen || isRunning ? null : (
        <button type="button" className="btn btn-lg wide-only" onClick={connectAndSend}>
          {t.composer.connectAndSend}
        </button>
      )}
      <button type="button" className={`btn btn-lg ${isOpen ? "btn-primary" : ""}`} onClick={onSubmit}>
        {t.composer.send}
        <span className="kbd" aria-hidden="true">
          {submitKey}
        </span>
      </button>
    </div>
  );
}

/** Only white space changes; variables stay, and text that is no JSON stays as it is. */
function reshape(shape: typeof formatJson): void {
  const { text } = bodyOf(activeTab(workbench()));
  // A number as long as each variable stands for it, so that tokens have the places they have in the text.
  const read = readJson(text.replace(/\\?\{\{\s*\$?[^\s{}]+\s*\}\}/gu, (variable) => "1".repeat(variable.length)));
  if (read.ok) replaceText(shape(text, read.value));
}

function Says() {
  const t = useText();
  const text = useTab((tab) => saying(t, tab));
  const isWrong = useTab((tab) => tab.composer.fault !== null || faultOf(tab) !== null);
  return (
    <span id={COMPOSER_SAYS} className={`says grow ${isWrong ? "is-wrong" : ""}`} role={isWrong ? "alert" : undefined}>
      <span className="line-clamp-2">
        <Rich text={text} />
      </span>
    </span>
  );
}

/** An empty JSON message is only unfinished while nothing was tried. */
function faultOf(tab: Tab) {
  const encoded = checkDraft(tab);
  if (encoded === null || encoded.ok) return null;
  const { fault } = encoded;
  const isUnfinished =
    fault.kind === "part" &&
    (fault.fault.kind === "no-file" || (fault.fault.kind === "json" && fault.fault.problem === "empty"));
  return isUnfinished ? null : fault;
}

function saying(t: Messages, tab: Tab): string {
  const sources = draftOf(tab).parts.map(({ text }) => text);
  const fault = faultOf(tab);
  if (fault) {
    const isElsewhere = fault.kind === "part" && fault.index !== tab.composer.part;
    return `${isElsewhere ? `${t.composer.arg(fault.index + 1)} · ` : ""}${draftFaultText(t, fault, sources)}`;
  }
  if (tab.composer.fault) return sendFaultText(t, tab.composer.fault, sources);
  const encoded = checkDraft(tab);
  if (encoded === null) return t.composer.long;
  if (!encoded.ok) return "";
  if (encoded.value.type === "frame") return t.composer.size(formatSize(payloadSize(encoded.value.payload)));
  const size = encoded.value.args.reduce((sum, arg) => sum + payloadSize(arg), 0);
  return t.composer.sizeArgs(encoded.value.args.length, formatSize(size));
}
