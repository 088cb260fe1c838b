import type { LeftOut } from "../../core/formats/leftOut.ts";
import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { Rich } from "../parts/Rich.tsx";

interface LeftListProps {
  readonly texts: LibraryTexts;
  readonly left: readonly LeftOut[];
  readonly title: string;
}

/** More of one kind are counted, not listed. */
const MOST = 40;

/** What one side has and the other has not: each with what it was. */
export function LeftList({ texts, left, title }: LeftListProps) {
  if (left.length === 0) return null;
  const hasOwners = new Set(left.map(({ of }) => of)).size > 1;
  return (
    <section>
      <h3>
        {title} <small>{left.length}</small>
      </h3>
      <ul className="left-out">
        {left.slice(0, MOST).map(({ kind, of, detail }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- a list that never changes
          <li key={at}>
            {of === "" || !hasOwners ? null : <b>{of}: </b>}
            <Rich text={texts.formats.left[kind]} /> {detail === "" ? null : <span className="mono">{detail}</span>}
          </li>
        ))}
        {left.length > MOST ? <li>+ {left.length - MOST}</li> : null}
      </ul>
    </section>
  );
}
