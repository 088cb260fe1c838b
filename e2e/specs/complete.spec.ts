import { expect, test } from "../fixtures/test.ts";

// The large editor is what is tried here.
test.use({ savesData: false });

test.use({ viewport: { width: 1440, height: 900 } });

test("{{ is completed in chips, in the address and in the namespace, by keyboard alone", async ({
  page,
  workbench,
  library,
}) => {
  await workbench.open();
  await library.addEnvironment("Dev", [
    { name: "room", value: "7" },
    { name: "region", value: "eu" },
  ]);
  const options = page.getByRole("listbox", { name: "Variables" }).getByRole("option");
  await page.getByRole("button", { name: /^Subprotocols/ }).click();
  const subprotocols = page.getByRole("textbox", { name: "Subprotocols" });
  await subprotocols.pressSequentially("v{{r");
  await expect(options.first()).toContainText("room");
  await subprotocols.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await subprotocols.press("Tab");
  await expect(subprotocols).toHaveValue("v{{region}}");
  await page.keyboard.press("Escape");

  // Escape leaves the list alone; the braces that are there already are not doubled.
  await workbench.url.fill("ws://{{}}");
  await workbench.url.press("ArrowLeft");
  await workbench.url.press("ArrowLeft");
  await workbench.url.pressSequentially("ro");
  await expect(options.first()).toContainText("room");
  await workbench.url.press("Enter");
  await expect(workbench.url).toHaveValue("ws://{{room}}");
  await workbench.url.press("End");
  await workbench.url.pressSequentially("/{{");
  await expect(options.first()).toBeVisible();
  await workbench.url.press("Escape");
  await expect(options).toHaveCount(0);

  await workbench.protocol("Socket.IO");
  const namespace = page.getByRole("textbox", { name: "Namespace" });
  await namespace.fill("/");
  await namespace.press("End");
  await namespace.pressSequentially("{{room");
  await namespace.pressSequentially("}}");
  await expect(namespace).toHaveValue("/{{room}}");
});

test("{{ is completed in the message", async ({ page, workbench, library, servers }) => {
  const server = await servers.websocket();
  await workbench.connect(server.url);
  await library.addEnvironment("Dev", [{ name: "room", value: "7" }]);
  await expect(page.locator(".monaco-editor").first()).toBeVisible();
  await workbench.message.focus();
  await page.keyboard.type("to {{ro");
  const option = page.getByRole("option", { name: /room/ });
  await expect(option).toBeVisible();
  await page.keyboard.press("Enter");
  await workbench.sendButton.click();
  await expect(workbench.rows({ direction: "received" }).last()).toContainText("to 7");
});
