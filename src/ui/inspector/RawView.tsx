import { useMemo } from "react";
import type { EntryDetail } from "../../core/log/entry.ts";
import { textPart } from "../../state/log.ts";

/** The payload as it was on the wire; octets that are no text appear as U+FFFD. */
export function RawView({ detail }: { readonly detail: EntryDetail }) {
  const text = useMemo(() => new TextDecoder().decode(textPart(detail)), [detail]);
  return <pre className="raw">{text}</pre>;
}
