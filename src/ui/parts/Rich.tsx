/** Text in which `backticks` set off what was on the wire or could be typed there. */
export function Rich({ text }: { readonly text: string }) {
  return text.split("`").map((part, at) =>
    at % 2 === 1 ? (
      // oxlint-disable-next-line react/no-array-index-key -- parts of one sentence have no other name and never move
      <span key={at} className="mono">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
