import { outcomeIn, type App, type Row } from "../causes/row.ts";
import { CAUSES } from "../fixtures/causes.ts";
import { chromiumApp } from "../fixtures/chromiumApp.ts";
import { isExplained } from "../fixtures/explained.ts";
import { LentApp } from "../fixtures/lentApp.ts";
import { watchForMistakes } from "../fixtures/mistakes.ts";
import { saveData } from "../fixtures/saveData.ts";
import { expect, test as base } from "../fixtures/test.ts";
import { Workbench } from "../fixtures/workbench.ts";

const test = base.extend<{ app: App }, { lent: LentApp }>({
  lent: [
    async ({ browser }, use) => {
      const lent = new LentApp(async () => {
        const context = await browser.newContext({ locale: "en-US", serviceWorkers: "block" });
        await context.addInitScript(saveData);
        const mistakes = await watchForMistakes(context, []);
        const app = chromiumApp(new Workbench(await context.newPage()));
        await app.open();
        const check = (): void => expect(mistakes(), "uncaught errors and violations of our own policy").toEqual([]);
        return { app, check, close: () => context.close() };
      });
      await use(lent);
      await lent.close();
    },
    { scope: "worker" },
  ],
  app: ({ lent }, use, info) => lent.lend(use, () => info.status === info.expectedStatus),
});

// Many and short: a row that fails says what the panel said, and a trace would cost more than the row.
test.use({ trace: "off" });

/** Not on a page that was served and is configured as usual. */
const isSpecial = (row: Row): boolean => row.app !== undefined || row.trusts === true;

for (const [group, rows] of Object.entries(CAUSES)) {
  test.describe(`explains ${group}`, () => {
    for (const row of rows.filter((one) => !("not" in outcomeIn(one, "chromium")))) {
      if (!isSpecial(row))
        test(row.name, async ({ app, servers }) => {
          await isExplained(row, app, servers);
        });
      else
        test.describe("elsewhere", () => {
          // Policies are broken on purpose; our own is kept by every other test.
          test.use({
            ignoreHTTPSErrors: row.trusts === true,
            tolerated: [/Content Security Policy|securitypolicyviolation/],
          });
          test(row.name, async ({ workbench, servers }) => {
            const app = chromiumApp(workbench);
            if (row.app === undefined) await app.open();
            await isExplained(row, app, servers);
          });
        });
    }
  });
}
