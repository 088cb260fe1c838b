import { hasNoFindings, LOOKS } from "../fixtures/accessible.ts";
import { expect, test } from "../fixtures/test.ts";

const REFUSED = "2026-11-28T10:11:12.345Z ERROR Error: connect ECONNREFUSED 10.1.2.3:8080\n";
const ORDINARY = '10.0.0.9 - - [28/Nov/2026:10:11:12 +0000] "GET /ws HTTP/1.1" 101 0 "-" "Mozilla/5.0"\n';

test.describe("an error that is pasted", () => {
  test("is explained, with what proves it marked", async ({ workbench, page }) => {
    await workbench.open();
    await workbench.button("Read an error").click();
    await expect(page).toHaveURL(/#\/clue$/);
    await page
      .getByRole("textbox", { name: "Lines from a console or a log" })
      .fill(ORDINARY + REFUSED + ORDINARY + REFUSED);
    await expect(workbench.diagnosis).toHaveAttribute("data-cause", "refused");
    await expect(workbench.diagnosis).toHaveAttribute("data-certainty", "certain");
    await expect(workbench.diagnosis.getByRole("heading", { level: 2 })).toHaveText("Nothing listens on 10.1.2.3:8080");
    const line = page.getByRole("list", { name: "One line matters" }).getByRole("listitem").first();
    await expect(line.locator("mark")).toHaveText("connect ECONNREFUSED 10.1.2.3:8080");
    await expect(line).toContainText("2 times");
    await page.goBack();
    await expect(workbench.url).toBeVisible();
  });

  test("has examples, each of which has a cause, and ordinary lines have none", async ({ page, workbench }) => {
    await page.goto("./#/clue");
    const text = page.getByRole("textbox", { name: "Lines from a console or a log" });
    for (const [tool, cause] of [
      ["Chromium", "tls"],
      ["nginx", "http-answer"],
      ["Socket.IO", "socketio-session"],
    ] as const) {
      await page.getByRole("button", { name: tool }).click();
      await expect(workbench.diagnosis).toHaveAttribute("data-cause", cause);
      await workbench.button("Clear").click();
    }
    await text.fill(ORDINARY);
    await expect(page.getByText("No line here tells of a connection that failed.")).toBeVisible();
    await workbench.button("Back to the connections").click();
    await expect(workbench.url).toBeVisible();
  });

  test("comes from a file, chosen or dropped", async ({ page, workbench }) => {
    await page.goto("./#/clue");
    await page
      .getByLabel("Choose a file")
      .setInputFiles({ name: "app.log", mimeType: "text/plain", buffer: Buffer.from(REFUSED) });
    await expect(workbench.diagnosis).toHaveAttribute("data-cause", "refused");
    const text = page.getByRole("textbox", { name: "Lines from a console or a log" });
    const files = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(["Error: Unexpected server response: 403"], "node.log"));
      return data;
    });
    await text.dispatchEvent("drop", { dataTransfer: files });
    await expect(workbench.diagnosis).toHaveAttribute("data-cause", "http-answer");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  test("sharpens the diagnosis of a real refusal, and one of another port does not", async ({
    workbench,
    servers,
    page,
  }) => {
    const server = await servers.websocket();
    await server.stopListening();
    await workbench.start(server.url);
    await workbench.explains("unreachable");
    const field = page.getByRole("textbox", { name: "A line from your console or server log" });
    await field.fill("Error: connect ECONNREFUSED 127.0.0.1:1");
    await expect(workbench.diagnosis.getByText("about another host or port")).toBeVisible();
    await expect(workbench.diagnosis).toHaveAttribute("data-cause", "unreachable");
    await field.fill(`Error: connect ECONNREFUSED 127.0.0.1:${new URL(server.url).port}`);
    await expect(workbench.diagnosis).toHaveAttribute("data-cause", "refused");
    await expect(workbench.diagnosis).toHaveAttribute("data-certainty", "certain");
    await page.getByRole("tab", { name: "Message", exact: true }).click();
    await page.getByRole("tab", { name: "Diagnosis" }).click();
    await expect(field).toHaveValue(/ECONNREFUSED/);
  });
});

// Two of the four looks: what depends on theme, language and width is seen, and the rest is in the parts.
for (const look of LOOKS.slice(1, 3)) {
  const { colorScheme, locale, viewport } = look;
  test.describe(`${colorScheme}, ${locale}, ${String(viewport.width)} px`, () => {
    test.use(look);
    test("axe finds nothing in a line that is read; nothing scrolls sideways", async ({ page }) => {
      await page.goto("./#/clue");
      const name = locale === "en-US" ? "Lines from a console or a log" : "控制台或日志中的内容";
      await page.getByRole("textbox", { name }).fill(ORDINARY + REFUSED);
      const diagnosis = page.getByRole("region", { name: locale === "en-US" ? "Diagnosis" : "诊断" });
      await expect(diagnosis).toHaveAttribute("data-cause", "refused");
      await hasNoFindings(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    });
  });
}
