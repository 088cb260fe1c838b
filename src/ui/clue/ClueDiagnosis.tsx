import { TOOL_NAMES } from "../../core/clue/clue.ts";
import { specOf } from "../../core/explain/specs.ts";
import type { ClueTexts } from "../../i18n/clue/clueTexts.ts";
import type { ExplainTexts } from "../../i18n/explain/explainTexts.ts";
import type { RecipeTexts } from "../../i18n/recipes/texts.ts";
import { copyText } from "../../state/clipboard.ts";
import { Alternatives } from "../diagnosis/Alternatives.tsx";
import { Blind } from "../diagnosis/Blind.tsx";
import { Fix } from "../diagnosis/Fix.tsx";
import { IconButton } from "../parts/IconButton.tsx";
import { Rich } from "../parts/Rich.tsx";
import { visible } from "../visible.ts";
import { clueMarkdown } from "./clueMarkdown.ts";
import type { ClueReading } from "./clueReading.ts";

interface ClueDiagnosisProps {
  readonly reading: ClueReading;
  /** The part of the text that speaks for it. */
  readonly quote: string;
  readonly words: ClueTexts;
  readonly texts: ExplainTexts;
  readonly recipeTexts: RecipeTexts;
}

const HEADLINE = "clue-headline";

/** What a line means: the same parts as the diagnosis of a connection of ours. */
export function ClueDiagnosis({ reading, quote, words, texts, recipeTexts }: ClueDiagnosisProps) {
  const { clue, top, headline, why } = reading;
  const spec = specOf(top.cause);
  return (
    <section
      className="dxbox"
      aria-label={texts.panel.label}
      aria-describedby={HEADLINE}
      data-cause={top.cause}
      data-certainty={top.certainty}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard */}
      <div className="dx" tabIndex={0} role="group" aria-labelledby={HEADLINE}>
        <div className="dx-head">
          <div className="dx-title">
            <h2 id={HEADLINE}>
              <Rich text={headline} />
            </h2>
            <span className={`cert cert-${top.certainty}`}>{texts.certainty[top.certainty]}</span>
            <IconButton
              icon="copy"
              label={texts.panel.copyMarkdown}
              onClick={() => {
                void copyText(clueMarkdown(reading, quote, words, texts));
              }}
            />
          </div>
          <p className="dx-why">
            <Rich text={why} />
            {spec === null ? null : (
              <>
                {" "}
                <a href={spec} target="_blank" rel="noreferrer">
                  {texts.panel.spec}
                </a>
              </>
            )}
          </p>
        </div>
        <section className="dsec">
          <h3>{words.says}</h3>
          <div>
            <p className="clue-quote">{visible(quote.slice(0, 600))}</p>
            {clue.detail.isUpstream ? <p className="dx-note">{words.upstream}</p> : null}
            <Details reading={reading} words={words} />
          </div>
        </section>
        <Alternatives reading={reading} texts={texts} />
        <Fix key={top.cause} reading={reading} texts={texts} recipeTexts={recipeTexts} />
        <Blind reading={reading} texts={texts} recipeTexts={recipeTexts} />
      </div>
    </section>
  );
}

/** The facts that stand in the line. */
function Details({ reading, words }: { readonly reading: ClueReading; readonly words: ClueTexts }) {
  const { detail } = reading.clue;
  const names = Object.keys(words.details) as (keyof ClueTexts["details"])[];
  const known = names.flatMap((name) => {
    const value = name === "tool" ? TOOL_NAMES[detail.tool] : detail[name];
    return value === undefined ? [] : [{ name, value: String(value) }];
  });
  return (
    <dl className="df clue-facts">
      {known.map(({ name, value }) => (
        <div key={name} className={value.length > 24 ? "w" : ""}>
          <dt>{words.details[name]}</dt>
          <dd className={name === "tool" ? "" : "mono"}>{visible(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
