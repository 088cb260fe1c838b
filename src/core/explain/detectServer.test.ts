import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeServer } from "./detectServer.ts";

const readable = (body: string, status = 200) => ({ polling: { status, body }, frames: null });

describe("which server it is", () => {
  // Bodies and frames of servers 2.5.1, 3.1.2 and 4.8.4.
  const v4 = '0{"sid":"a","upgrades":["websocket"],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}';
  const v3 = '0{"sid":"a","upgrades":["websocket"],"pingInterval":25000,"pingTimeout":5000}';
  const v40 = '0{"sid":"a","upgrades":["websocket"],"pingInterval":25000,"pingTimeout":20000}';

  test.each([
    [v4, "4"],
    [v3, "3"],
    [v40, "3+"],
    [`97:${v3}2:40`, "2"],
  ])("[SD1] by the answer to polling: %s", (body, version) => {
    expect(judgeServer(readable(body))).toEqual({ is: "server", version });
  });

  test.each([
    [[v4], "4"],
    [[v3], "3"],
    [[v3, "40"], "2"],
  ])("[SD2] by the first frames, where CORS hides the answer: %s", (frames, version) => {
    expect(judgeServer({ polling: null, frames })).toEqual({ is: "server", version });
  });

  test("[SD3] an error of Engine.IO, another program, or nothing that can be read", () => {
    const error = '{"code":4,"message":"apiKey is required"}';
    expect(judgeServer(readable(error, 403))).toEqual({ is: "refused", code: 4, message: "apiKey is required" });
    expect(judgeServer({ ...readable(error, 403), frames: [v4] })).toEqual({ is: "server", version: "4" });
    expect(judgeServer(readable("<!doctype html>"))).toEqual({ is: "other", status: 200 });
    expect(judgeServer(readable("Cannot GET /socket.io/", 404))).toEqual({ is: "other", status: 404 });
    expect(judgeServer({ polling: null, frames: ["hello"] })).toEqual({ is: "hidden" });
    expect(judgeServer({ polling: null, frames: null })).toEqual({ is: "hidden" });
  });

  test("[SD4] never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.array(fc.string()), (body, frames) => {
        expect(["server", "refused", "other", "hidden"]).toContain(judgeServer({ ...readable(body), frames }).is);
      }),
    );
  });
});
