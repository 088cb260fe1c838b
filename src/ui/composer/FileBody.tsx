import { useState } from "react";
import { formatSize } from "../../i18n/format.ts";
import { editBody } from "../../state/composer.ts";
import { bodyOf } from "../../state/tab.ts";
import { useTab } from "../../state/workbench.ts";
import { FilePick } from "../parts/FilePick.tsx";
import { useText } from "../text.ts";

/** A file to be sent as it is: chosen, or dropped here. */
export function FileBody() {
  const t = useText();
  const file = useTab((tab) => bodyOf(tab).file);
  const [isOver, setOver] = useState(false);
  const take = async (chosen: File | undefined): Promise<void> => {
    if (chosen) editBody({ file: { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) } });
  };
  return (
    <div
      className={`drop ${isOver ? "bg-selection" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      {file ? (
        <span className="mono">
          {file.name} {formatSize(file.bytes.length)}
        </span>
      ) : null}
      <FilePick
        label={t.composer.chooseFile}
        className="focus-within:outline-2 focus-within:outline-accent"
        onPick={([chosen]) => void take(chosen)}
      />
      <span>{t.composer.dropFile}</span>
    </div>
  );
}
