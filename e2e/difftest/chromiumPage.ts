import * as v from "valibot";
import { startBrowser } from "../bench/browser.ts";
import type { DiffReport, DrivenPage } from "./difftest.ts";

/** Named hosts lead to this machine, its own certificate is taken, and timers of a page behind others run on. */
const FLAGS = [
  "--host-resolver-rules=MAP *.test 127.0.0.1",
  "--ignore-certificate-errors",
  "--disable-background-timer-throttling",
  "--disable-renderer-backgrounding",
  "--disable-backgrounding-occluded-windows",
];

const outcomes = v.array(
  v.nullable(
    v.array(
      v.object({
        thrown: v.nullable(v.string()),
        readyState: v.number(),
        url: v.string(),
        enforced: v.number(),
        reported: v.number(),
      }),
    ),
  ),
);

/** A Chromium over plain CDP: what Playwright hears of every frame and worker takes four times as long. */
export async function inChromium(
  executable: string,
  use: (page: DrivenPage) => Promise<DiffReport>,
): Promise<DiffReport> {
  const browser = await startBrowser(executable, FLAGS);
  try {
    const page = await browser.open("");
    return await use({
      goto: (url) => page.goto(url),
      run: async (inPage, input) =>
        v.parse(outcomes, await page.evaluate(`(${inPage.toString()})(${JSON.stringify(input)})`)),
    });
  } finally {
    await browser.close();
  }
}
