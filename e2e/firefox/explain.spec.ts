import { outcomeIn, type App, type Row } from "../causes/row.ts";
import { CAUSES } from "../fixtures/causes.ts";
import { isExplained } from "../fixtures/explained.ts";
import { openPage, test as base } from "../fixtures/firefox.ts";
import { firefoxApp } from "../fixtures/firefoxApp.ts";
import { LentApp } from "../fixtures/lentApp.ts";

const test = base.extend<{ app: App }, { lent: LentApp }>({
  lent: [
    async ({ firefox }, use) => {
      const lent = new LentApp(async () => {
        const { page, check, close } = await openPage(firefox);
        const app = firefoxApp(page);
        await app.open();
        return { app, check, close };
      });
      await use(lent);
      await lent.close();
    },
    { scope: "worker" },
  ],
  app: ({ lent }, use, info) => lent.lend(use, () => info.status === info.expectedStatus),
});

/** Not on a page that was served as usual. */
async function openApp(app: App, row: Row): Promise<App> {
  if (row.app === undefined) await app.open();
  return app;
}

for (const [group, rows] of Object.entries(CAUSES)) {
  test.describe(`explains ${group} in Firefox`, () => {
    for (const row of rows.filter((one) => one.isVariant !== true && !("not" in outcomeIn(one, "firefox")))) {
      if (row.trusts === true)
        test(row.name, async ({ trustingPage, servers }) => {
          await isExplained(row, await openApp(firefoxApp(trustingPage), row), servers);
        });
      else if (row.app !== undefined)
        test(row.name, async ({ firefoxPage, servers }) => {
          await isExplained(row, firefoxApp(firefoxPage), servers);
        });
      else
        test(row.name, async ({ app, servers }) => {
          await isExplained(row, app, servers);
        });
    }
  });
}
