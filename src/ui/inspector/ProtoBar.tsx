import { useMemo, useRef, useState } from "react";
import { readProto, type ProtoFault } from "../../core/decode/proto/readProto.ts";
import type { DecodeTexts } from "../../i18n/decode/decodeTexts.ts";
import { editLog } from "../../state/log.ts";
import { useTab } from "../../state/workbench.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { Rich } from "../parts/Rich.tsx";
import { Select } from "../parts/Select.tsx";
import { useText } from "../text.ts";

/** The .proto file that payloads of this tab are read by: chosen or dropped here, and kept with the tab. */
export function ProtoBar({ texts }: { readonly texts: DecodeTexts }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const proto = useTab(({ log }) => log.proto);
  const [fault, setFault] = useState<ProtoFault | null>(null);
  const schema = useMemo(() => {
    const read = proto === null ? null : readProto(proto.text);
    return read?.ok === true ? read.value : null;
  }, [proto]);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const text = await file.text();
    const read = readProto(text);
    setFault(read.ok ? null : read.fault);
    if (!read.ok) return;
    const names = [...read.value.messages.keys()];
    // A file read again keeps the message that was chosen.
    const message = proto !== null && names.includes(proto.message) ? proto.message : (names[0] ?? "");
    editLog({ proto: { name: file.name, text, message } });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping a file here has a button, too
    <div
      className="view-bar is-tall"
      onDragOver={(event) => {
        event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer.files[0]);
      }}
    >
      <input
        ref={input}
        hidden
        type="file"
        accept=".proto,text/plain"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <button type="button" className="btn" onClick={() => input.current?.click()}>
        {texts.proto.load}
      </button>
      {proto === null || schema === null ? (
        <span className="grow text-text-2">{texts.proto.drop}</span>
      ) : (
        <>
          <Select
            label={texts.proto.message}
            value={proto.message}
            options={[...schema.messages.keys()].map((name) => ({ value: name, text: name }))}
            onChange={(message) => {
              editLog({ proto: { ...proto, message } });
            }}
          />
          <span className="cut grow mono text-text-2">{proto.name}</span>
          <IconButton
            icon="clear"
            label={texts.proto.remove}
            onClick={() => {
              editLog({ proto: null });
            }}
          />
        </>
      )}
      {schema !== null && schema.imports.length > 0 ? (
        <p className="says w-full">{texts.proto.imports(schema.imports.slice(0, 5).join(t.app.comma))}</p>
      ) : null}
      {fault === null ? null : (
        <p className="says is-wrong w-full" role="alert">
          <span>
            <Rich text={texts.proto.fault(fault.line, why(texts, fault))} />
          </span>
        </p>
      )}
    </div>
  );
}

function why({ proto: { why: texts } }: DecodeTexts, { problem, found, wanted }: ProtoFault): string {
  switch (problem) {
    case "expected":
      return texts.expected(found, wanted);
    case "duplicate":
    case "number":
    case "unknown-type":
      return texts[problem](wanted);
    case "unclosed":
    case "nested":
    case "too-large":
    case "nothing":
      return texts[problem];
  }
}
