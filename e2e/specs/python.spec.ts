import { expect, test } from "../fixtures/test.ts";

test.describe("Python's websockets", () => {
  test("talks text and octets, with a subprotocol", async ({ workbench, servers, page }) => {
    const server = await servers.python({ subprotocols: ["chat"] });
    await workbench.open();
    const chip = await workbench.setting("Subprotocols");
    await chip.getByRole("textbox", { name: "Subprotocols" }).fill("chat");
    await page.keyboard.press("Escape");
    await workbench.connect(server.url);
    await expect(workbench.rows({ kind: "lifecycle" }).last()).toContainText("subprotocol chat");
    await workbench.send("你好");
    await workbench.format.selectOption("Hex");
    await workbench.send("fe ed");
    const received = workbench.rows({ direction: "received" });
    await expect(received.first()).toContainText("你好");
    await expect(received.nth(1)).toContainText("fe ed");
  });

  test("its close code and reason are shown with the code's standard name", async ({ workbench, servers }) => {
    const server = await servers.python();
    await workbench.start(`${server.url}/close/1011`);
    await workbench.isIn("closed");
    const ending = workbench.rows({ kind: "lifecycle" }).last();
    await expect(ending).toContainText("1011");
    await expect(ending).toContainText("closed as asked");
    await expect(ending).toContainText("Internal Error");
  });
});
