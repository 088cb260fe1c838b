import { useMemo } from "react";
import type { Choices, DecodeFault } from "../../core/decode/decoder.ts";
import { rank, type Candidate, type DecoderId } from "../../core/decode/index.ts";
import { readProto } from "../../core/decode/proto/readProto.ts";
import type { EntryDetail } from "../../core/log/entry.ts";
import type { DecodeTexts } from "../../i18n/decode/decodeTexts.ts";
import type { Messages } from "../../i18n/index.ts";
import { editLog } from "../../state/log.ts";
import type { ProtoFile } from "../../state/tab.ts";
import { useTab, useWorkbench } from "../../state/workbench.ts";
import { Icon } from "../parts/Icon.tsx";
import { Rich } from "../parts/Rich.tsx";
import { useText } from "../text.ts";
import { visible } from "../visible.ts";
import { ProtoBar } from "./ProtoBar.tsx";
import { TreeView } from "./TreeView.tsx";
import { usePayload } from "./usePayload.ts";

interface DecodedViewProps {
  readonly detail: EntryDetail;
  readonly marks: readonly RegExp[];
  readonly texts: DecodeTexts;
}

const FIT = { 1: "possible", 2: "likely", 3: "sure" } as const;

/** A payload by the protocol inside it: the one that it looks like, or the one that the user chose. */
export function DecodedView({ detail, marks, texts }: DecodedViewProps) {
  const t = useText();
  const payload = usePayload(detail);
  const session = useWorkbench((state) => state.active);
  const chosen = useTab(({ log }) => log.decoder);
  const proto = useTab(({ log }) => log.proto);
  const candidates = useMemo(() => rank(payload), [payload]);
  const [best] = candidates;
  const used =
    chosen === null
      ? best !== undefined && best.fit > 0
        ? best
        : null
      : (candidates.find(({ decoder }) => decoder.id === chosen) ?? null);
  const choices = useMemo(() => choicesOf(proto), [proto]);
  const result = useMemo(() => used?.decoder.decode(payload, choices) ?? null, [used, payload, choices]);
  const decoded = result?.ok === true ? result.value : null;
  return (
    <>
      <div className="view-bar">
        <DecoderSelect texts={texts} candidates={candidates} chosen={chosen} />
        {used === null ? null : (
          <span className="cut text-text-2">
            {chosen === null ? texts.decoder.why[FIT[used.fit === 0 ? 1 : used.fit]] : texts.decoder.why.chosen}
          </span>
        )}
      </div>
      {used?.decoder.id === "protobuf" ? <ProtoBar texts={texts} /> : null}
      {decoded === null ? null : (
        <p className="view-note mono cut" title={decoded.summary}>
          {visible(decoded.summary)}
        </p>
      )}
      {decoded === null ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Enter in the log leads here
        <div className="payload" data-focus="inspector" role="region" aria-label={t.log.payload} tabIndex={0}>
          <p className="p-3 text-13">
            {used === null || result?.ok !== false ? (
              texts.decoder.nothing
            ) : (
              <Rich text={faultText(t, texts, result.fault, used.decoder.name)} />
            )}
          </p>
        </div>
      ) : (
        <TreeView
          key={used?.decoder.id}
          tree={decoded.tree}
          name={`${session} ${String(detail.row.seq)} ${used?.decoder.id ?? ""}`}
          texts={texts}
          marks={marks}
          time={detail.row.time}
        />
      )}
      {detail.head.length < detail.total ? (
        <p className="view-note">{texts.tree.cutText}</p>
      ) : decoded?.tree.isCut === true ? (
        <p className="view-note">{texts.tree.cut}</p>
      ) : null}
    </>
  );
}

/** The file's schema; without one, or with a fault in it, none. */
function choicesOf(proto: ProtoFile | null): Choices {
  const read = proto === null ? null : readProto(proto.text);
  return { proto: proto !== null && read?.ok === true ? { schema: read.value, message: proto.message } : null };
}

interface DecoderSelectProps {
  readonly texts: DecodeTexts;
  readonly candidates: readonly Candidate[];
  readonly chosen: DecoderId | null;
}

/** The platform's own list: those that fit come first, in a group of their own. */
function DecoderSelect({ texts, candidates, chosen }: DecoderSelectProps) {
  const [best] = candidates;
  const fitting = candidates.filter(({ fit }) => fit > 0);
  const rest = candidates
    .filter(({ fit }) => fit === 0)
    .toSorted((a, b) => a.decoder.name.localeCompare(b.decoder.name));
  const options = (of: readonly Candidate[]) =>
    of.map(({ decoder }) => (
      <option key={decoder.id} value={decoder.id}>
        {decoder.name}
      </option>
    ));
  return (
    <span className="sel">
      <select
        className="select"
        aria-label={texts.decoder.label}
        value={chosen ?? ""}
        onChange={({ target }) => {
          editLog({ decoder: candidates.find(({ decoder }) => decoder.id === target.value)?.decoder.id ?? null });
        }}
      >
        <option value="">
          {best !== undefined && best.fit > 0 ? texts.decoder.autoIs(best.decoder.name) : texts.decoder.auto}
        </option>
        {fitting.length > 0 ? <optgroup label={texts.decoder.fits}>{options(fitting)}</optgroup> : null}
        <optgroup label={texts.decoder.others}>{options(rest)}</optgroup>
      </select>
      <Icon name="unfold" small />
    </span>
  );
}

function faultText(t: Messages, { fault: texts }: DecodeTexts, fault: DecodeFault, name: string): string {
  switch (fault.kind) {
    case "other":
      return texts.other(name);
    case "short":
      return texts.short(fault.offset);
    case "malformed":
      return texts.malformed(fault.offset, fault.what);
    case "json":
      return texts.json(fault.offset, t.json[fault.problem]);
  }
}
