import { useState } from "react";
import { copyText, recipesFor } from "../../core/explain/recipes.ts";
import type { ExplainTexts } from "../../i18n/explain/explainTexts.ts";
import type { RecipeTexts } from "../../i18n/recipes/texts.ts";
import { Rich } from "../parts/Rich.tsx";
import { CodeBlock } from "./CodeBlock.tsx";
import type { Reading } from "./reading.ts";

interface FixProps {
  readonly reading: Pick<Reading, "top" | "others" | "target">;
  readonly texts: ExplainTexts;
  readonly recipeTexts: RecipeTexts;
}

/** A member of a class with this weight speaks for something that was seen; the class as a whole has other recipes. */
const STANDS_OUT = 65;

/** Configuration that takes the cause away, by stack, with the values of this connection. */
export function Fix({ reading, texts, recipeTexts }: FixProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const { top, others, target } = reading;
  const [first] = others;
  const isClear = top.isClass && first !== undefined && first.weight >= STANDS_OUT;
  const causes = (isClear ? [first, top, ...others] : [top, ...others]).map(({ cause }) => cause);
  const own = causes.map((cause) => recipesFor(cause, target, recipeTexts.comments)).find((found) => found.length > 0);
  if (!own) return null;
  const recipe = own.find(({ id }) => id === chosen) ?? own[0];
  if (!recipe) return null;
  const names = own.map(({ stack }) => stack);
  return (
    <section className="dsec">
      <h3>{texts.panel.fix}</h3>
      <div>
        <div className="mini" role="tablist" aria-label={texts.panel.stack}>
          {own.map(({ id, stack }, at) => (
            <button
              key={id}
              type="button"
              role="tab"
              aria-selected={id === recipe.id}
              tabIndex={id === recipe.id ? 0 : -1}
              onClick={() => {
                setChosen(id);
              }}
              onKeyDown={(event) => {
                const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
                const next = step === undefined ? undefined : own[(at + step + own.length) % own.length];
                if (!next) return;
                setChosen(next.id);
                const tabs = event.currentTarget.parentElement?.children;
                (tabs?.[own.indexOf(next)] as HTMLElement | undefined)?.focus();
              }}
            >
              {names.indexOf(stack) === names.lastIndexOf(stack) ? stack : `${stack} ${String(ordinal(names, at))}`}
            </button>
          ))}
        </div>
        <p className="dx-note">
          <Rich text={recipeTexts.notes[recipe.id]} />{" "}
          <a href={recipe.spec} target="_blank" rel="noreferrer">
            {texts.panel.spec}
          </a>
        </p>
        <CodeBlock
          key={recipe.id}
          lines={recipe.lines}
          copied={copyText(recipe)}
          label={texts.panel.copy(recipe.stack)}
        />
      </div>
    </section>
  );
}

/** Two recipes of one stack are told apart by a number. */
const ordinal = (names: readonly string[], at: number): number =>
  names.slice(0, at + 1).filter((name) => name === names[at]).length;
