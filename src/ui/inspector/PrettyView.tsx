import { useMemo } from "react";
import type { EntryDetail } from "../../core/log/entry.ts";
import type { Tree } from "../../core/units/tree.ts";
import { cutUtf8, strictUtf8 } from "../../core/units/utf8.ts";
import type { DecodeTexts } from "../../i18n/decode/decodeTexts.ts";
import { attachmentsOf, textPart } from "../../state/log.ts";
import { useWorkbench } from "../../state/workbench.ts";
import { EventTree } from "./eventTree.ts";
import { HexView } from "./HexView.tsx";
import { TextView } from "./RawView.tsx";
import { TreeView } from "./TreeView.tsx";
import { Waiting } from "./Waiting.tsx";
import { useJsonTree } from "./useJsonTree.ts";

interface PrettyViewProps {
  readonly detail: EntryDetail;
  readonly marks: readonly RegExp[];
  readonly texts: DecodeTexts;
}

/** JSON and the arguments of an event as a tree, other text as text, and octets as hex. */
export function PrettyView({ detail, marks, texts }: PrettyViewProps) {
  const text = useMemo(() => readText(detail), [detail]);
  const reading = useJsonTree(text);
  const isEvent = detail.row.what.type === "event";
  const session = useWorkbench((state) => state.active);
  const tree = useMemo<Tree | null>(() => {
    if (reading?.isDone !== true) return null;
    return isEvent ? new EventTree(reading.tree, attachmentsOf(detail)) : reading.tree;
    // oxlint-disable-next-line react/exhaustive-deps -- a reading changes in place, and is done once
  }, [reading, reading?.isDone, isEvent, detail]);
  if (text === null) return <HexView octets={detail.head} />;
  if (reading?.isDone === false) return <Waiting text={texts.tree.reading} />;
  // Of a payload that was read in part, so is the tree: it ends where the text does.
  const isPart = detail.head.length < detail.total && reading?.tree.fault?.offset === text.length;
  const isCutString = detail.head.length < detail.total && reading?.tree.fault?.problem === "string-unclosed";
  if (reading === null || tree === null || (reading.tree.fault !== null && !isPart && !isCutString))
    return <TextView text={text} marks={marks} texts={texts} />;
  const isAck = detail.row.kind === "ack";
  const hasOffset = detail.row.what.type === "event" && detail.row.what.hasOffset;
  const labelOf = (of: Tree, at: number): string | null => {
    if (!isEvent || of.depth(at) !== 1) return null;
    const index = of.index(at) + (isAck ? 1 : 0);
    if (hasOffset && of.index(at) === of.count(0) - 1) return texts.decoder.offset;
    return index === 0 ? texts.decoder.event : texts.decoder.argument(index);
  };
  return (
    <>
      <TreeView
        tree={tree}
        name={`${session} ${String(detail.row.seq)}`}
        texts={texts}
        marks={marks}
        time={detail.row.time}
        labelOf={labelOf}
      />
      {tree.isCut ? <p className="view-note">{texts.tree.cutText}</p> : null}
    </>
  );
}

function readText(detail: EntryDetail): string | null {
  const octets = textPart(detail);
  return strictUtf8(octets.subarray(0, cutUtf8(octets, octets.length - (detail.head.length < detail.total ? 1 : 0))));
}
