import { TOOL_NAMES, type Clue } from "../../core/clue/clue.ts";
import type { MarkedLine } from "../../core/clue/markedLines.ts";
import type { ClueTexts } from "../../i18n/clue/clueTexts.ts";
import type { ExplainTexts } from "../../i18n/explain/explainTexts.ts";
import { Rich } from "../parts/Rich.tsx";
import { visible, visibleLines } from "../visible.ts";

interface ClueLinesProps {
  readonly lines: readonly MarkedLine[];
  readonly chosen: Clue;
  readonly words: ClueTexts;
  readonly texts: ExplainTexts;
  readonly shortOf: (clue: Clue) => string;
  readonly onChoose: (clue: Clue) => void;
}

/** The lines that matter, each with what speaks in it marked, and what it speaks for. */
export function ClueLines({ lines, chosen, words, texts, shortOf, onChoose }: ClueLinesProps) {
  return (
    <ol className="clue-lines" aria-label={words.lines(lines.length)}>
      {lines.map(({ number, before, marked, after, clues }) => (
        <li key={`${String(number)} ${marked}`} className="clue-line">
          <span className="clue-number" title={words.line(number)}>
            {number}
          </span>
          <p className="clue-text">
            {visible(before)}
            <mark>{visibleLines(marked)}</mark>
            {visible(after)}
          </p>
          <ul className="clue-causes">
            {clues.map((clue) => (
              <li key={clue.cause}>
                <button
                  type="button"
                  className="clue-cause"
                  data-cause={clue.cause}
                  data-certainty={clue.certainty}
                  aria-pressed={clue === chosen}
                  onClick={() => {
                    onChoose(clue);
                  }}
                >
                  <span className={`cert cert-${clue.certainty}`}>{texts.certainty[clue.certainty]}</span>
                  <span className="clue-what">
                    <Rich text={shortOf(clue)} />
                  </span>
                  <span className="clue-from">
                    {TOOL_NAMES[clue.detail.tool]}
                    {clue.detail.count > 1 ? `, ${words.times(clue.detail.count)}` : ""}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
