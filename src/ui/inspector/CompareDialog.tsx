import "../styles/inspector.css";
import { useEffect, useMemo, useState } from "react";
import type { EntryDetail } from "../../core/log/entry.ts";
import type { Seq } from "../../core/units/units.ts";
import { loadDecodeTexts } from "../../i18n/decode/load.ts";
import type { DecodeTexts } from "../../i18n/decode/decodeTexts.ts";
import { formatSize } from "../../i18n/format.ts";
import { readEntry } from "../../state/log.ts";
import { useTab } from "../../state/workbench.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { RadioBar } from "../parts/RadioBar.tsx";
import { formatTime } from "../log/time.ts";
import { useText } from "../text.ts";
import { useLoaded } from "../useLoaded.ts";
import { visible } from "../visible.ts";
import { compareEntries, firstDifference, MOST_SIDE_NODES, type Compared } from "./compared.ts";
import { ChangeList, LineList } from "./DiffLists.tsx";

/** As much of each entry as is compared. */
const MOST = 32 * 1024 * 1024;

interface CompareDialogProps {
  readonly first: Seq;
  readonly second: Seq;
  readonly onClose: () => void;
}

/** Two messages side by side: what was added, removed and changed. */
export function CompareDialog({ first, second, onClose }: CompareDialogProps) {
  const t = useText();
  const texts = useLoaded(loadDecodeTexts);
  const [order, setOrder] = useState<readonly [Seq, Seq]>([first, second]);
  const [view, setView] = useState<"structure" | "text" | null>(null);
  const compared = useCompared(order);
  if (texts === null) return null;
  const { compare } = texts;
  const both = compared === null || compared === "gone" ? null : compared;
  const shown = view ?? (both?.structure === null ? "text" : "structure");
  return (
    <Dialog title={compare.title} closeLabel={t.app.close} onClose={onClose} width={960}>
      {compared === "gone" ? <p>{compare.gone}</p> : null}
      {compared === null ? <p className="text-text-2">{compare.reading}</p> : null}
      {both === null ? null : (
        <div className="diff">
          <div className="flex flex-wrap items-center gap-2">
            <SideHead label={compare.first} detail={both.first.detail} />
            <SideHead label={compare.second} detail={both.second.detail} />
            <span className="text-text-2">
              {compare.apart(both.second.detail.row.time - both.first.detail.row.time)}
            </span>
            <span className="grow" />
            <button
              type="button"
              className="btn"
              onClick={() => {
                setOrder([order[1], order[0]]);
              }}
            >
              {compare.swap}
            </button>
            <RadioBar
              label={compare.title}
              value={shown}
              options={[
                { value: "structure", text: compare.structure },
                { value: "text", text: compare.text },
              ]}
              onChange={setView}
            />
          </div>
          <p className="text-text-2" role="status">
            {headline(texts, both, shown)}
          </p>
          {shown === "structure" ? (
            <ChangeList texts={texts} compared={both} />
          ) : (
            <TextSide texts={texts} compared={both} />
          )}
        </div>
      )}
    </Dialog>
  );
}

function SideHead({ label, detail: { row, total } }: { readonly label: string; readonly detail: EntryDetail }) {
  const t = useText();
  return (
    <span className="flex items-center gap-1">
      {label}
      <span className="mono">
        #{row.seq} {formatTime(row.time, null)}
      </span>
      <span className={row.direction === "sent" ? "text-sent" : "text-received"}>
        {t.log.directions[row.direction]}
      </span>
      <span className="mono">{formatSize(total)}</span>
    </span>
  );
}

/** One sentence that says how much differs, and what was not looked at. */
function headline({ compare }: DecodeTexts, both: Compared, shown: "structure" | "text"): string {
  if (both.isSame) return compare.same;
  const parts: string[] = [];
  const { structure } = both;
  if (both.decodedBy !== null) parts.push(compare.decodedBy(both.decodedBy));
  if (shown === "structure" && both.isTooLarge) parts.push(compare.tooLarge(MOST_SIDE_NODES));
  else if (shown === "structure" && structure === null) parts.push(compare.noStructure);
  else if (shown === "structure" && structure !== null) {
    const count = (is: string): number => structure.changes.filter((change) => change.is === is).length;
    if (structure.changes.length === 0) parts.push(compare.sameValues);
    else parts.push(compare.counts(count("added"), count("removed"), count("changed")));
    if (structure.isCut) parts.push(compare.more);
    if (structure.isCoarse) parts.push(compare.coarse);
  }
  if (shown === "text" && both.text.isCoarse && both.text.lines.length > 0) parts.push(compare.coarse);
  return parts.join(" · ");
}

function TextSide({ texts, compared }: { readonly texts: DecodeTexts; readonly compared: Compared }) {
  if (compared.text.lines.length > 0) return <LineList texts={texts} lines={compared.text.lines} />;
  const found = firstDifference(compared);
  if (found === null) return null;
  return (
    <div className="mono">
      <p>{texts.compare.firstDifference(found.at)}</p>
      <p className="diff-row is-removed">− {visible(found.before)}</p>
      <p className="diff-row is-added">+ {visible(found.after)}</p>
    </div>
  );
}

/** Reads both and compares them; null while it does. */
function useCompared([first, second]: readonly [Seq, Seq]): Compared | "gone" | null {
  const decoder = useTab(({ log }) => log.decoder);
  const isSocketIo = useTab(({ profile }) => profile.protocol === "socketio");
  const [read, setRead] = useState<{
    readonly of: Seq;
    readonly both: readonly [EntryDetail, EntryDetail] | null;
  } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    Promise.all([readEntry(first, MOST), readEntry(second, MOST)]).then(
      ([a, b]) => {
        if (isCurrent) setRead({ of: first, both: a && b ? [a, b] : null });
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [first, second]);
  return useMemo(() => {
    if (read?.of !== first) return null;
    return read.both === null ? "gone" : compareEntries(...read.both, decoder, isSocketIo);
  }, [read, first, decoder, isSocketIo]);
}
