import fc from "fast-check";
import { describe, expect, test } from "vitest";
import lines from "../clue/corpus/lines.json" with { type: "json" };
import { readClue } from "../clue/readClue.ts";
import type { Evidence } from "../session/evidence.ts";
import { explain } from "./explain.ts";
import { readEvidence } from "./readEvidence.ts";
import { withClues, type Effect } from "./withClues.ts";

function given(
  url: string,
  change: { readonly opened?: boolean; readonly code?: number; readonly engine?: string } = {},
): Evidence {
  const evidence = readEvidence({
    browser: { engine: change.engine ?? "chromium", version: 156 },
    page: { origin: "http://localhost:4173", isSecureContext: true },
    url,
    onLine: true,
    ending: {
      cause: { kind: "close", code: change.code ?? 1006, reason: "", wasClean: (change.code ?? 1006) !== 1006 },
      opened: change.opened ?? false,
      errored: change.opened !== true,
      lasted: 300,
    },
  });
  if (!evidence) throw new Error("an ending is all it takes");
  return evidence;
}

function told(
  evidence: Evidence,
  text: string,
): { readonly top: string; readonly effects: readonly Effect[]; readonly others: readonly string[] } {
  const { diagnosis, heard } = withClues(evidence, readClue(text), ({ span }) => text.slice(span.start, span.end));
  const [top, ...others] = diagnosis.findings;
  return {
    top: `${top.cause} ${top.certainty}`,
    effects: heard.map(({ effect }) => effect),
    others: others.map(({ cause }) => cause),
  };
}

describe("a class that a page cannot split", () => {
  const evidence = given("wss://shop.example:8443/live");
  test("[EX80] is split by a line that names the same host and port", () => {
    expect(explain(evidence).findings[0]).toMatchObject({ cause: "unreachable", isClass: true });
    const line =
      "WebSocket connection to 'wss://shop.example:8443/live' failed: Error in connection establishment: net::ERR_CERT_AUTHORITY_INVALID";
    expect(told(evidence, line)).toEqual({ top: "tls certain", effects: ["sharpens"], others: [] });
  });

  test("[EX80] and the line is what it rests on", () => {
    const text = "x\nconnect ECONNREFUSED shop.example:8443";
    const { diagnosis } = withClues(evidence, readClue(text), ({ span }) => text.slice(span.start, span.end));
    expect(diagnosis.findings[0].because[0]).toEqual({
      fact: "line",
      tool: "Node.js",
      text: "connect ECONNREFUSED shop.example:8443",
    });
  });

  test("[EX81] a line about another host or port does not sharpen, and that is told", () => {
    const before = explain(evidence);
    for (const line of [
      "connect ECONNREFUSED other.example:8443",
      "connect ECONNREFUSED shop.example:5432",
      "connect ECONNREFUSED 127.0.0.1:8443",
    ]) {
      const { diagnosis, heard } = withClues(evidence, readClue(line), () => line);
      expect(diagnosis).toEqual(before);
      expect(heard.map(({ effect }) => effect)).toEqual(["elsewhere"]);
    }
  });

  test("[EX82] a line that names no host makes nothing more than likely", () => {
    expect(told(evidence, "Error: unable to verify the first certificate").top).toBe("tls likely");
    expect(told(evidence, "connect ECONNREFUSED 93.184.216.34:8443").top).toBe("refused likely");
    expect(told(given("ws://127.0.0.1:8080/"), "dial tcp 127.0.0.2:8080: connect: connection refused").top).toBe(
      "refused likely",
    );
    expect(told(given("ws://localhost:8080/"), "connect ECONNREFUSED 127.0.0.1:8080").top).toBe("refused certain");
  });

  test("[EX83] what stands behind a proxy is not what the browser met", () => {
    const line =
      'connect() failed (111: Connection refused) while connecting to upstream, client: 10.0.0.9, server: shop.example, request: "GET /live HTTP/1.1", upstream: "http://127.0.0.1:3000/live", host: "shop.example:8443"';
    expect(told(evidence, line)).toMatchObject({ top: "http-answer certain", effects: ["sharpens", "upstream"] });
  });

  test("[EX84] several likely ones stand beside each other, without the class", () => {
    const { top, others } = told(evidence, "Error: Unexpected server response: 403");
    expect(top).toBe("http-refused likely");
    expect(others).not.toContain("unreachable");
  });
});

describe("the evidence stays the judge", () => {
  test("[EX85] what is certain stays so", () => {
    const blocked = given("ws://shop.example:6000/");
    expect(explain(blocked).findings[0]).toMatchObject({ cause: "blocked-port", certainty: "certain" });
    expect(told(blocked, "connect ECONNREFUSED shop.example:6000")).toMatchObject({
      top: "blocked-port certain",
      effects: ["against"],
    });
    expect(
      told(
        blocked,
        "WebSocket connection to 'ws://shop.example:6000/' failed: Error in connection establishment: net::ERR_UNSAFE_PORT",
      ),
    ).toMatchObject({ effects: ["agrees"] });
  });

  test("[EX86] a connection that opened was not refused, and one that did not was not dropped", () => {
    const opened = given("ws://127.0.0.1:8080/", { opened: true });
    expect(told(opened, "connect ECONNREFUSED 127.0.0.1:8080").effects).toEqual(["other-moment"]);
    expect(told(opened, "websocket: close 1006 (abnormal closure): unexpected EOF").effects).not.toContain(
      "other-moment",
    );
    expect(told(given("ws://127.0.0.1:8080/"), "no close frame received or sent").effects).toEqual(["other-moment"]);
  });

  test("[EX86] after it was open a proxy's limit is told from a cut", () => {
    const opened = given("ws://chat.example/ws", { opened: true });
    const line =
      'upstream timed out (110: Connection timed out) while proxying upgraded connection, client: 10.0.0.9, server: chat.example, request: "GET /ws HTTP/1.1", upstream: "http://127.0.0.1:3000/ws", host: "chat.example"';
    expect(told(opened, line).top).toBe("idle-timeout certain");
  });

  test("[EX87] whatever is pasted, nothing that was ruled out comes back, and nothing is thrown", () => {
    const all = ["ws://127.0.0.1:8080/", "wss://shop.example/x", "ws://[::1]:9/", ""].flatMap((url) =>
      [true, false].map((opened) => given(url, { opened })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.array(fc.constantFrom(...lines), { maxLength: 4 }),
        (evidence, pasted) => {
          const text = pasted.map((line) => line.text).join("\n");
          const before = explain(evidence);
          const { diagnosis, heard } = withClues(evidence, readClue(text), () => text);
          for (const { cause } of diagnosis.findings) expect(before.ruledOut).not.toContain(cause);
          if (!heard.some(({ effect }) => effect === "sharpens")) expect(diagnosis).toEqual(before);
          const [top] = before.findings;
          if (top.certainty === "certain" && !top.isClass && top.cause !== "close-code")
            expect(diagnosis.findings[0].cause).toBe(top.cause);
        },
      ),
    );
  });
});
