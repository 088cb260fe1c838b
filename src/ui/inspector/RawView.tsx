import { useMemo, useState } from "react";
import type { EntryDetail } from "../../core/log/entry.ts";
import type { DecodeTexts } from "../../i18n/decode/decodeTexts.ts";
import { textPart } from "../../state/log.ts";
import { Check } from "../parts/Check.tsx";
import { useText } from "../text.ts";
import { visibleLines } from "../visible.ts";
import { Marked } from "../Marked.tsx";

/** Characters drawn at once: a browser takes a second to lay out five million. */
const AT_ONCE = 100_000;

interface TextViewProps {
  readonly text: string;
  readonly marks: readonly RegExp[];
  readonly texts: DecodeTexts;
}

/** Text as it was on the wire, as much of it as can be laid out at once. */
export function TextView({ text, marks, texts }: TextViewProps) {
  const t = useText();
  const [shown, setShown] = useState(AT_ONCE);
  const [wraps, setWraps] = useState(true);
  return (
    <>
      <div className="view-bar">
        <span className="grow" />
        <Check text={texts.tree.wrap} checked={wraps} onChange={setWraps} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard */}
      <div className="payload" data-focus="inspector" role="region" aria-label={t.log.payload} tabIndex={0}>
        <pre className={wraps ? "raw" : "raw is-long"}>
          <Marked text={text.slice(0, shown)} marks={marks} write={visibleLines} />
        </pre>
        {shown < text.length ? (
          <button
            type="button"
            className="btn mx-3 mb-2"
            onClick={() => {
              setShown(shown * 4);
            }}
          >
            {texts.tree.more(text.length - shown)}
          </button>
        ) : null}
      </div>
    </>
  );
}

/** The payload as it was on the wire; octets that are no text appear as U+FFFD. */
export function RawView({ detail, ...rest }: { readonly detail: EntryDetail } & Omit<TextViewProps, "text">) {
  const text = useMemo(() => new TextDecoder("utf-8", { ignoreBOM: true }).decode(textPart(detail)), [detail]);
  return <TextView text={text} {...rest} />;
}
