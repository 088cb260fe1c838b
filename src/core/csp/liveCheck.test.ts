import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { LabCase } from "./caseLink.ts";
import { compareLive, liveTexts, predictLive, type LiveOutcome } from "./liveCheck.ts";

const one: LabCase = {
  pageUrl: "https://shop.example/",
  targetUrl: "ws://localhost:3000/",
  resource: "websocket",
  context: "window",
  policies: [
    { delivery: "header", disposition: "enforce", text: "connect-src ws://localhost:*" },
    { delivery: "header", disposition: "report", text: "connect-src 'none'" },
  ],
};
const here = "http://localhost:4173/";
const outcome: LiveOutcome = { thrown: "", readyState: 0, opened: false, enforced: 0 };

describe("the live check", () => {
  test("[LV1] predicts for our own page, under what can be tried there", () => {
    expect(liveTexts(one)).toEqual(["connect-src ws://localhost:*"]);
    expect(predictLive(one, here, "chromium")).toBe("passes");
    expect(predictLive({ ...one, targetUrl: "wss://x.test/" }, here, "chromium")).toBe("csp");
    expect(predictLive({ ...one, targetUrl: "ws://localhost:6000/" }, here, "chromium")).toBe("fails");
  });

  test("[LV2] what passes may fail on the network; what is blocked must be seen to be", () => {
    expect(compareLive(one, here, "chromium", { ...outcome, opened: true })).toMatchObject({
      seen: "opens",
      isSame: true,
    });
    expect(compareLive(one, here, "chromium", outcome)).toMatchObject({ seen: "fails", isSame: true });
    expect(compareLive(one, here, "chromium", { ...outcome, readyState: 3 })).toMatchObject({
      seen: "csp",
      isSame: false,
    });
    const forbidden = { ...one, targetUrl: "wss://x.test/" };
    expect(compareLive(forbidden, here, "firefox", { ...outcome, thrown: "NS_ERROR_CONTENT_BLOCKED" }).isSame).toBe(
      true,
    );
    expect(compareLive(forbidden, here, "chromium", { ...outcome, opened: true }).isSame).toBe(false);
  });

  test("[LV3] counts with the policy that its window has", () => {
    const html = readFileSync(new URL("../../../public/livecheck/index.html", import.meta.url), "utf8");
    const own = /content="(default-src[^"]*)"/.exec(html)?.[1] ?? "";
    expect(own).toContain("connect-src ws: wss: http: https:");
    const headers = readFileSync(new URL("../../../public/_headers", import.meta.url), "utf8");
    expect(headers).toContain(`${own}; frame-ancestors 'none'`);
    const source = readFileSync(new URL("./liveCheck.ts", import.meta.url), "utf8");
    expect(source).toContain(`"${own}"`);
  });
});
