import { budgetTable, readParts } from "./budgets.ts";
import { distFolder } from "./distFolder.ts";

/** The end of `npm run build`: what is used of the byte budgets. `npm test` judges; a build is a build. */
export function run(): number {
  console.log(`\n${budgetTable(readParts(distFolder))}`);
  return 0;
}
