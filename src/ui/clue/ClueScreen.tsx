import "../styles/diagnosis.css";
import "../styles/clue.css";
import { useDeferredValue, useMemo, useState } from "react";
import { markedLines } from "../../core/clue/markedLines.ts";
import { readClue } from "../../core/clue/readClue.ts";
import type { Clue } from "../../core/clue/clue.ts";
import type { ClueTexts } from "../../i18n/clue/clueTexts.ts";
import type { ExplainTexts } from "../../i18n/explain/explainTexts.ts";
import { setScreenText, useScreenText } from "../../state/clues.ts";
import { closeScreen } from "../../state/screen.ts";
import { IconButton } from "../parts/IconButton.tsx";
import { useExplainTexts, useRecipeTexts } from "../diagnosis/useTexts.ts";
import { ClueDiagnosis } from "./ClueDiagnosis.tsx";
import { ClueInput } from "./ClueInput.tsx";
import { ClueLines } from "./ClueLines.tsx";
import { readingOf, shortOf } from "./clueReading.ts";
import { EXAMPLES } from "./examples.ts";
import { useClueTexts } from "./useClueTexts.ts";

/** Often the answer stands in a line that nobody reads: pasted here, it is explained like a failure of our own. */
export function ClueScreen() {
  const words = useClueTexts();
  const texts = useExplainTexts();
  if (!words || !texts) return null;
  return (
    <section className="clue" aria-label={words.title}>
      <div className="clue-bar">
        <h2>{words.title}</h2>
        <span className="cut grow text-text-2">{words.hint}</span>
        <IconButton icon="close" label={words.close} onClick={closeScreen} />
      </div>
      <Body words={words} texts={texts} />
    </section>
  );
}

interface BodyProps {
  readonly words: ClueTexts;
  readonly texts: ExplainTexts;
}

function Body({ words, texts }: BodyProps) {
  const typed = useScreenText();
  // Typing goes on while a whole log is being read.
  const text = useDeferredValue(typed);
  const clues = useMemo(() => readClue(text), [text]);
  const lines = useMemo(() => markedLines(text, clues), [text, clues]);
  const [wanted, setWanted] = useState<Clue | null>(null);
  const recipeTexts = useRecipeTexts();
  const chosen = (wanted !== null && clues.includes(wanted) ? wanted : clues[0]) ?? null;
  return (
    <div className="clue-body" data-empty={chosen === null}>
      <div className="clue-left">
        <ClueInput words={words} text={typed} onChange={setScreenText} />
        {typed.trim() === "" ? (
          <Examples words={words} />
        ) : chosen === null ? (
          <p className="blank">
            {words.none}
            <br />
            {words.noneHint}
          </p>
        ) : (
          <>
            <p className="clue-count" role="status">
              {words.lines(lines.length)}
            </p>
            <ClueLines
              lines={lines}
              chosen={chosen}
              words={words}
              texts={texts}
              shortOf={(clue) => shortOf(clue, words, texts)}
              onChoose={setWanted}
            />
          </>
        )}
      </div>
      <div className="clue-right">
        {chosen === null || recipeTexts === null ? null : (
          <ClueDiagnosis
            reading={readingOf(chosen, clues, words, texts)}
            quote={text.slice(chosen.span.start, chosen.span.end)}
            words={words}
            texts={texts}
            recipeTexts={recipeTexts}
          />
        )}
      </div>
    </div>
  );
}

/** With nothing pasted yet: real lines, one click each. */
function Examples({ words }: { readonly words: ClueTexts }) {
  return (
    <section className="clue-examples">
      <h3>{words.examples}</h3>
      {EXAMPLES.map(({ tool, text }) => (
        <button
          key={tool}
          type="button"
          className="clue-example"
          onClick={() => {
            setScreenText(text);
          }}
        >
          <span className="clue-tool">{tool}</span>
          <span className="mono cut">{text.split("\n", 1)[0]}</span>
        </button>
      ))}
    </section>
  );
}
