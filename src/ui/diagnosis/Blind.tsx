import { commandsFor } from "../../core/explain/commands.ts";
import type { ExplainTexts } from "../../i18n/explain/explainTexts.ts";
import type { RecipeTexts } from "../../i18n/recipes/texts.ts";
import { Rich } from "../parts/Rich.tsx";
import { CodeBlock } from "./CodeBlock.tsx";
import { blindOf, type Reading } from "./reading.ts";

interface BlindProps {
  readonly reading: Pick<Reading, "top" | "target">;
  readonly texts: ExplainTexts;
  readonly recipeTexts: RecipeTexts;
}

/** What stays hidden from a page, and the lines to run where nothing is hidden. */
export function Blind({ reading, texts, recipeTexts }: BlindProps) {
  const { top, target } = reading;
  const blind = blindOf(top);
  const commands = commandsFor(top.cause, target);
  if (blind === null && commands.length === 0) return null;
  return (
    <section className="dsec">
      <h3>{blind === null ? texts.panel.run : texts.panel.cannotSee}</h3>
      <div>
        {blind === null ? null : <p className="dx-note">{<Rich text={texts.blind[blind]} />}</p>}
        {commands.map(({ id, text }) => (
          <div key={id}>
            <p className="dx-note">
              <Rich text={recipeTexts.commands[id]} />
            </p>
            <CodeBlock
              lines={text.split("\n").map((line) => ({ mark: " ", text: line }))}
              copied={text}
              label={texts.panel.copy(text.split(" ", 2)[0] ?? "")}
            />
          </div>
        ))}
      </div>
    </section>
  );
}
