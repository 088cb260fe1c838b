import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import browserLines from "./corpus/console.json" with { type: "json" };
import lines from "./corpus/lines.json" with { type: "json" };
import { CERTAINTY_RANK, type Clue } from "./clue.ts";
import { readClue } from "./readClue.ts";

const ordinary = readFileSync(new URL("corpus/ordinary.txt", import.meta.url), "utf8");
const told = ({ cause, certainty }: Clue): string => `${cause} ${certainty}`;
const short = (text: string): string[] => readClue(text).map(told);

describe("ordinary lines", () => {
  test.each(ordinary.trimEnd().split("\n"))("[CL20] are no clue: %s", (line) => {
    expect(short(line)).toEqual([]);
  });
  test("[CL20] nor are all of them together", () => {
    expect(short(ordinary)).toEqual([]);
  });
});

/** What loggers, containers and terminals write before a line. */
const PREFIXES = [
  "2026-11-20T10:11:12.345Z ERROR [socket] ",
  "api-1  | ",
  "Nov 20 10:11:12 web-7 node[812]: ",
  "\u001b[31m\u001b[1mError\u001b[22m\u001b[39m ",
  "client.ts:42 ",
  "   at line 3: \t",
];

describe("a line means the same", () => {
  const all = [
    ...lines.map(({ text, says }) => ({ text, says })),
    ...browserLines.flatMap(({ text, says }) =>
      says === null ? [] : [{ text: text.replaceAll("<URL>", "ws://shop.example:8443/live"), says }],
    ),
  ];
  test.each(PREFIXES)("[CL12] behind %j", (prefix) => {
    const different = all.filter(({ text, says }) => short(prefix + text)[0] !== says);
    expect(different).toEqual([]);
  });

  test("[CL12] amid ordinary lines, with its place in the whole text", () => {
    const different = all.filter(({ text, says }) => {
      const [clue] = readClue(`${ordinary}\n${text}\n${ordinary}`);
      const isInside =
        clue !== undefined && clue.span.start > ordinary.length && clue.span.end <= ordinary.length + text.length + 1;
      return !isInside || told(clue) !== says;
    });
    expect(different).toEqual([]);
  });

  test("[CL13] with lines that end as on Windows", () => {
    const different = all.filter(({ text, says }) => short(text.replaceAll(/\r?\n/g, "\r\n"))[0] !== says);
    expect(different).toEqual([]);
  });

  /** Lines in which the value of a detail stands, and the first clue of each with another value in its place. */
  const withOther = (name: "host" | "port" | "status", other: string | number): string[] =>
    lines.flatMap(({ text, says, detail = {} }) => {
      const value = (detail as Readonly<Record<string, string | number>>)[name];
      const place = new RegExp(String.raw`\b${String(value).replaceAll(".", String.raw`\.`)}\b`, "g");
      // What an address of this machine is for is known; and a status may be what decides.
      const isKnown = name === "host" && /^(?:localhost|[\d.:]+)$/.test(String(value));
      if (
        value === undefined ||
        isKnown ||
        !place.test(text) ||
        (name === "status" && !/server response: |HTTP |status code '/.test(text))
      )
        return [];
      const [clue] = readClue(text.replaceAll(place, String(other)));
      return [clue && told(clue) === says && clue.detail[name] === other ? "" : text];
    });
  test.each([
    ["host", "other-7.test", 20],
    ["port", 31_337, 50],
    ["status", 418, 8],
  ] as const)("[CL14] with another %s, which is read and not known", (name, other, least) => {
    const results = withOther(name, other);
    expect(results.length).toBeGreaterThan(least);
    expect(results.filter((text) => text !== "")).toEqual([]);
  });
});

describe("what belongs together", () => {
  test("[CL30] an error and its properties are one clue", () => {
    const [clue, ...more] = readClue(
      "Error: connect ECONNREFUSED 10.1.2.3:8080\n    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1611:16) {\n  errno: -111,\n  code: 'ECONNREFUSED',\n  syscall: 'connect',\n  address: '10.1.2.3',\n  port: 8080\n}",
    );
    expect(more).toEqual([]);
    expect(clue).toMatchObject({
      cause: "refused",
      certainty: "certain",
      detail: { host: "10.1.2.3", port: 8080, count: 1 },
    });
  });

  test("[CL31] the same line three times is one, with its number and its first place", () => {
    const line = "Error: connect ECONNREFUSED 10.1.2.3:8080\n";
    expect(readClue(line.repeat(3))).toMatchObject([{ detail: { count: 3 }, span: { start: 7 } }]);
  });

  test("[CL31] another port is another clue", () => {
    expect(readClue("connect ECONNREFUSED 10.1.2.3:8080\nconnect ECONNREFUSED 10.1.2.3:8081")).toHaveLength(2);
  });

  test("[CL32] ::1 alone may be the family; with 127.0.0.1 refused as well it is not", () => {
    expect(short("connect ECONNREFUSED ::1:3000")).toEqual(["localhost-family likely", "refused possible"]);
    expect(
      new Set(
        short(
          "AggregateError [ECONNREFUSED]:\n    Error: connect ECONNREFUSED ::1:3000\n    Error: connect ECONNREFUSED 127.0.0.1:3000",
        ),
      ),
    ).toEqual(new Set(["refused certain"]));
    expect(short("Server listening on 127.0.0.1:3000\nError: connect ECONNREFUSED ::1:3000")).toEqual([
      "localhost-family likely",
    ]);
    expect(short("connect ECONNREFUSED ::1:3000\nconnect ECONNREFUSED 127.0.0.1:9999")).toContain(
      "localhost-family likely",
    );
  });

  test("[CL33] of a proxy, what the client got and what the backend did are told apart", () => {
    const [got, did] = readClue(
      'connect() failed (111: Connection refused) while connecting to upstream, client: 10.0.0.9, server: a.example, request: "GET /ws HTTP/1.1", upstream: "http://127.0.0.1:3000/ws", host: "a.example:8443"',
    );
    expect(got).toMatchObject({
      cause: "http-answer",
      detail: { status: 502, host: "a.example", port: 8443, isUpstream: false },
    });
    expect(did).toMatchObject({ cause: "refused", detail: { host: "127.0.0.1", port: 3000, isUpstream: true } });
  });

  test("[CL34] an upgrade that the backend hangs up on is likely Engine.IO's, where the path is one of sockets", () => {
    const line = (path: string): string =>
      `upstream prematurely closed connection while reading response header from upstream, client: 10.0.0.9, server: a.example, request: "GET ${path} HTTP/1.1", upstream: "http://127.0.0.1:3000${path}", host: "a.example"`;
    expect(short(line("/ws"))).toContain("socketio-behind-raw likely");
    expect(short(line("/atip/tc"))).toContain("socketio-behind-raw possible");
    expect(short(line("/socket.io/?EIO=4&transport=websocket"))).not.toContain("socketio-behind-raw likely");
  });

  test("[CL35] an answer in curl -v counts where an upgrade was asked for, and only there", () => {
    const asked = (upgrade: string, status: number): string[] =>
      short(`> GET /chat HTTP/1.1\n> Host: a.example\n${upgrade}> Accept: */*\n>\n< HTTP/1.1 ${String(status)} Some\n`);
    expect(asked("> Upgrade: websocket\n", 404)[0]).toBe("http-answer certain");
    expect(asked("", 404)).toEqual([]);
    expect(asked("> Upgrade: websocket\n", 101)).toEqual([]);
  });
});

describe("any text", () => {
  const words = [
    ...lines.map(({ text }) => text),
    ...ordinary.split("\n"),
    "\n",
    "\r\n",
    "\u001b[31m",
    "\u001b[",
    "\uFFFD",
    "\ud800",
    "🙂",
    "'",
    '"',
    "ECONNREFUSED",
    "net::ERR_",
  ];
  const mixed = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 30 })), { maxLength: 12 })
    .map((parts) => parts.join(""));

  test("[CL40] gives clues inside of it, the strongest first, and nothing is thrown", () => {
    fc.assert(
      fc.property(fc.oneof(mixed, fc.string({ unit: "binary", maxLength: 400 })), (text) => {
        const clues = readClue(text);
        for (const { span } of clues) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
        const ranks = clues.map(({ certainty }) => CERTAINTY_RANK[certainty]);
        expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
        for (const { detail } of clues) {
          expect(detail.count).toBeGreaterThan(0);
          if (detail.port !== undefined) expect(detail.port).toBeLessThanOrEqual(65_535);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("[CL41] cut anywhere", () => {
    fc.assert(
      fc.property(fc.constantFrom(...lines), fc.nat(400), ({ text }, at) => {
        readClue(text.slice(0, at % (text.length + 1)));
        readClue(text.slice(at % (text.length + 1)));
      }),
      { numRuns: 300 },
    );
  });

  const took = (text: string): number => {
    const from = performance.now();
    readClue(text);
    return performance.now() - from;
  };
  /** Of some runs the one that nothing else disturbed: what grows by the square grows fourfold in every one. */
  function growth(text: string, enough: number): number {
    let least = Infinity;
    for (let run = 0; run < 10 && least > enough; run += 1) {
      const once = took(text);
      least = Math.min(least, took(text + text) / Math.max(once, 12));
    }
    return least;
  }
  const log = ordinary.repeat(Math.ceil(200_000 / ordinary.length)).slice(0, 200_000);
  const failing = lines.map(({ text }) => text).join("\n");
  const texts: Readonly<Record<string, string>> = {
    "an ordinary log": log,
    "a log of failures alone": failing.repeat(Math.ceil(200_000 / failing.length)).slice(0, 200_000),
    "one line without an end": "connect ECONNREFUSED 10.0.0.1:80 ".repeat(6_000),
    "beginnings of phrases": "WebSocket connection to 'ws://".repeat(7_000),
    quotes: "\"'".repeat(100_000),
    "status lines": "< HTTP/1.1 404 Not Found\n".repeat(8_000),
    "status lines without a line end": "< HTTP/1.1 404 Not Found ".repeat(3_000),
    "distinct ports of ::1": Array.from(
      { length: 6_000 },
      (_, at) => `connect ECONNREFUSED ::1:${String(at + 1)}`,
    ).join("\n"),
    "distinct hosts": Array.from(
      { length: 6_000 },
      (_, at) => `connect ECONNREFUSED 10.0.0.${String(at % 250)}:${String(at + 1)}`,
    ).join("\n"),
    colours: "\u001b[31mError[39m ".repeat(14_000),
  };
  test.each(Object.entries(texts))("[CL42] in time in proportion to its length: %s", (_, text) => {
    readClue(text);
    expect(growth(text, 3)).toBeLessThan(3.3);
  });

  test("[CL42] a log of 1 MB in a fifth of a second at normal speed, which is held to a generous bound", () => {
    const megabyte = ordinary.repeat(Math.ceil(1_000_000 / ordinary.length));
    expect(Math.min(took(megabyte), took(megabyte))).toBeLessThan(2000);
  });
});
