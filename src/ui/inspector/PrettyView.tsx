import { useMemo } from "react";
import { arrayElements } from "../../core/decode/socketioPacket.ts";
import type { EntryDetail } from "../../core/log/entry.ts";
import { readJson } from "../../core/units/json.ts";
import { jsonTree } from "../../core/units/jsonTree.ts";
import { cutUtf8, strictUtf8 } from "../../core/units/utf8.ts";
import { attachmentsOf, textPart } from "../../state/log.ts";
import { formatSize } from "../../i18n/format.ts";
import { useText } from "../text.ts";
import { HexView } from "./HexView.tsx";
import { JsonTree } from "./JsonTree.tsx";

/** JSON as a tree, an event as its arguments, other text as text, and octets as hex. */
export function PrettyView({ detail }: { readonly detail: EntryDetail }) {
  const text = useMemo(() => readText(detail), [detail]);
  if (detail.row.what.type === "event") return <Arguments detail={detail} text={text ?? ""} />;
  return text === null ? <HexView octets={detail.head} /> : <Value text={text} />;
}

function readText(detail: EntryDetail): string | null {
  const octets = textPart(detail);
  return strictUtf8(octets.subarray(0, cutUtf8(octets, octets.length - (detail.head.length < detail.total ? 1 : 0))));
}

function Value({ text }: { readonly text: string }) {
  const tree = useMemo(() => {
    const read = readJson(text);
    return read.ok ? jsonTree(text, read.value) : null;
  }, [text]);
  // A lone number or word is text as much as it is JSON.
  return tree === null || tree.children.length === 0 ? <pre className="raw">{text}</pre> : <JsonTree root={tree} />;
}

function Arguments({ detail, text }: { readonly detail: EntryDetail; readonly text: string }) {
  const t = useText();
  const elements = useMemo(() => arrayElements(text), [text]);
  const args = detail.row.kind === "ack" ? elements : elements.slice(1);
  const attachments = useMemo(() => attachmentsOf(detail), [detail]);
  return (
    <>
      {args.map((arg, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- an argument is its place
        <section key={at}>
          <h3 className="bar text-text-2">{t.inspector.argument(at + 1)}</h3>
          <Value text={arg} />
        </section>
      ))}
      {attachments.map((octets, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- an attachment is its place
        <section key={at}>
          <h3 className="bar text-text-2">
            {t.inspector.attachment(at)} <span className="mono">{formatSize(octets.length)}</span>
          </h3>
          <HexView octets={octets} />
        </section>
      ))}
    </>
  );
}
