import type { ExplainTexts } from "../../i18n/explain/explainTexts.ts";
import { Rich } from "../parts/Rich.tsx";
import { fill, type Reading } from "./reading.ts";

/** The causes that remain, the likeliest first, each with the one check that decides. */
export function Alternatives({
  reading,
  texts,
}: {
  readonly reading: Pick<Reading, "others" | "top" | "place">;
  readonly texts: ExplainTexts;
}) {
  const { others, top, place } = reading;
  const { panel } = texts;
  if (others.length === 0) return null;
  return (
    <section className="dsec">
      <h3>{top.isClass ? panel.order : panel.others}</h3>
      <ol>
        {others.map(({ cause, certainty }, at) => (
          <li key={cause} className="alt" data-cause={cause} data-certainty={certainty}>
            <span className="num">{at + 1}</span>
            <span>
              <Rich text={fill(texts.causes[cause].short, place)} />
            </span>
            <span className="test">
              <Rich text={fill(texts.causes[cause].check, place)} />
            </span>
            <span className="st8">{texts.certainty[certainty]}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
