import { useRef, useState } from "react";
import { useText } from "../text.ts";
import { useVirtual } from "./useVirtual.ts";

/** Octets in a line: as many as leave room for their text beside them. */
const WIDE = 16;
const NARROW = 8;
/** px that sixteen octets need with offset and text. */
const ROOM = 570;

/** Offset, octets and their ASCII in a line; only the lines in sight are drawn. */
export function HexView({ octets }: { readonly octets: Uint8Array }) {
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const [perLine, setPerLine] = useState(WIDE);
  const list = useVirtual(scroller, Math.ceil(octets.length / perLine));
  const fitting = list.width > 0 && list.width < ROOM ? NARROW : WIDE;
  if (fitting !== perLine) setPerLine(fitting);
  const digits = Math.max(6, octets.length.toString(16).length);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it scrolls, and must be reachable by keyboard
    <div
      ref={scroller}
      className="payload hex-box"
      data-focus="inspector"
      role="region"
      aria-label={t.log.payload}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
      tabIndex={0}
      onScroll={list.onScroll}
    >
      <div style={{ height: list.height }}>
        <div className="hex" style={{ transform: `translateY(${String(list.top)}px)` }}>
          {Array.from({ length: list.count }, (_, at) => {
            const from = (list.first + at) * perLine;
            const [hex, ascii] = hexLine(octets, from, perLine);
            return (
              <div key={from} className="hex-row">
                <i>{from.toString(16).padStart(digits, "0")}</i>
                {`  ${hex}  `}
                <b>{ascii}</b>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function hexLine(octets: Uint8Array, from: number, perLine: number): readonly [hex: string, ascii: string] {
  let [hex, ascii] = ["", ""];
  for (let at = from; at < from + perLine; at++) {
    const octet = octets[at];
    hex += octet === undefined ? "   " : `${octet.toString(16).padStart(2, "0")} `;
    if (at === from + 7 && perLine === WIDE) hex += " ";
    if (octet !== undefined) ascii += octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : "·";
  }
  return [hex, ascii];
}
