import { useMemo, useState } from "react";
import { formatSize } from "../../i18n/format.ts";
import { useText } from "../text.ts";

const WIDTH = 16;
/** Lines drawn at once: 64 kB of octets. */
const LINES_AT_ONCE = 4096;

/** Offset, sixteen octets and their ASCII in a line. */
export function HexView({ octets }: { readonly octets: Uint8Array }) {
  const t = useText();
  const [lines, setLines] = useState(LINES_AT_ONCE);
  const shown = useMemo(() => octets.subarray(0, lines * WIDTH), [octets, lines]);
  const text = useMemo(() => hexLines(shown), [shown]);
  return (
    <>
      <pre className="hex">{text}</pre>
      {shown.length < octets.length ? (
        <button
          type="button"
          className="btn mx-3 mb-2"
          onClick={() => {
            setLines(lines * 4);
          }}
        >
          {t.inspector.shown(formatSize(shown.length), formatSize(octets.length))}
        </button>
      ) : null}
    </>
  );
}

function hexLines(octets: Uint8Array): string {
  const lines: string[] = [];
  for (let from = 0; from < octets.length; from += WIDTH) {
    let hex = "";
    let ascii = "";
    for (let at = from; at < from + WIDTH; at++) {
      const octet = octets[at];
      hex += octet === undefined ? "   " : `${octet.toString(16).padStart(2, "0")} `;
      if (at === from + 7) hex += " ";
      if (octet !== undefined) ascii += octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : "·";
    }
    lines.push(`${from.toString(16).padStart(6, "0")}  ${hex} ${ascii}`);
  }
  return lines.join("\n");
}
