import { useMemo, useState } from "react";
import type { EntryDetail } from "../../core/log/entry.ts";
import { textPart } from "../../state/log.ts";
import { useText } from "../text.ts";

/** Characters drawn at once: a browser takes a second to lay out five million. */
const AT_ONCE = 100_000;

/** The payload as it was on the wire; octets that are no text appear as U+FFFD. */
export function RawView({ detail }: { readonly detail: EntryDetail }) {
  const t = useText();
  const [shown, setShown] = useState(AT_ONCE);
  const text = useMemo(() => new TextDecoder().decode(textPart(detail)), [detail]);
  return (
    <>
      <pre className="raw">{text.slice(0, shown)}</pre>
      {shown < text.length ? (
        <button
          type="button"
          className="btn mx-3 mb-2"
          onClick={() => {
            setShown(shown * 4);
          }}
        >
          {t.inspector.more(text.length - shown)}
        </button>
      ) : null}
    </>
  );
}
