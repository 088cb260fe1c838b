import "../styles/clue.css";
import type { Heard } from "../../core/explain/withClues.ts";
import type { ClueTexts } from "../../i18n/clue/clueTexts.ts";
import type { ExplainTexts } from "../../i18n/explain/explainTexts.ts";
import { setTabText, useTabText } from "../../state/clues.ts";
import { fill, type Reading } from "../diagnosis/reading.ts";
import { Rich } from "../parts/Rich.tsx";
import { visible } from "../visible.ts";
import { useClueTexts } from "./useClueTexts.ts";

interface ClueFieldProps {
  readonly reading: Pick<Reading, "heard" | "place">;
  readonly texts: ExplainTexts;
}

/** What the user found elsewhere of the same failure, and what it did to the diagnosis. */
export function ClueField({ reading, texts }: ClueFieldProps) {
  const words = useClueTexts();
  const text = useTabText();
  if (words === null) return null;
  const { field } = words;
  return (
    <section className="dsec">
      <h3>{field.title}</h3>
      <div className="clue-field">
        <span className="field field-area">
          <textarea
            className="mono"
            aria-label={field.label}
            placeholder={field.placeholder}
            rows={2}
            value={text}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            onChange={(event) => {
              setTabText(event.target.value);
            }}
          />
        </span>
        <ul className="clue-heard" role="status">
          {reading.heard.map((one) => (
            <HeardClue
              key={`${one.clue.cause} ${String(one.clue.span.start)}`}
              heard={one}
              place={reading.place}
              texts={texts}
              words={field}
            />
          ))}
          {text.trim() !== "" && reading.heard.length === 0 ? <li>{field.none}</li> : null}
        </ul>
      </div>
    </section>
  );
}

interface HeardClueProps {
  readonly heard: Heard;
  readonly place: Reading["place"];
  readonly texts: ExplainTexts;
  readonly words: ClueTexts["field"];
}

function HeardClue({ heard: { clue, effect }, place, texts, words }: HeardClueProps) {
  const { host, port } = clue.detail;
  const at = host === undefined ? "" : words.at(`${host}${port === undefined ? "" : `:${String(port)}`}`);
  // What is said of another place must not be filled with this one.
  const isOther = effect === "elsewhere" || effect === "upstream";
  const own = isOther ? { ...place, host: host ?? "…", where: host ?? "…", port: String(port ?? "…") } : place;
  return (
    <li data-cause={clue.cause} data-effect={effect}>
      <Rich text={visible(fill(texts.causes[clue.cause].short, own) + (isOther ? at : ""))} />
      <span className="text-text-3"> · {words.effects[effect]}</span>
    </li>
  );
}
