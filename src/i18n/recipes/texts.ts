import type { CommandId } from "../../core/explain/commands.ts";
import type { RecipeId, RecipeWords } from "../../core/explain/recipes.ts";

/** What stands beside commands and recipes. `Text in backticks` is set in monospace, but inside code. */
export interface RecipeTexts {
  /** What the output of a command decides. */
  readonly commands: Readonly<Record<CommandId, string>>;
  /** The comments inside the code of recipes: one line each, and what they say is code as it is. */
  readonly comments: RecipeWords;
  /** One line above the code: what it does. */
  readonly notes: Readonly<Record<RecipeId, string>>;
}
