import { describe, expect, test } from "vitest";
import { jsonl } from "../../core/formats/log/jsonl.ts";
import type { LogFormatId } from "../../core/formats/log/index.ts";
import type { LogEntry } from "../../core/log/logEntry.ts";
import { bytes, epochMs, seq } from "../../core/units/units.ts";
import { sessionId } from "../../core/session/session.ts";
import type { ExportAsk, JobId } from "../../link/exchange.ts";
import type { FromEngine } from "../../link/protocol.ts";
import { entryOf } from "./entryOf.ts";
import { exportLog } from "./exportLog.ts";
import { Job } from "./jobs.ts";
import { Loader } from "./loader.ts";
import { readLog } from "./readLog.ts";
import { makeSession } from "../testing.ts";

const JOB = 1 as JobId;
const nothing = (): void => undefined;

const line = (at: number, part: object = {}): object => ({
  seq: at,
  epochMs: 1000 + at,
  direction: "received",
  kind: "message",
  text: `message ${String(at)}`,
  ...part,
});
const fileOf = (...lines: readonly object[]): File =>
  new File(
    [[{ sockwright: "log", version: 1 }, ...lines].map((one) => `${JSON.stringify(one)}\n`).join("")],
    "a.jsonl",
  );

async function load(file: File, format: LogFormatId = "jsonl") {
  const session = makeSession();
  const ask = { job: JOB, session: sessionId("s"), from: { is: "file", file, format, chosen: null } } as const;
  const answer = await readLog(session, ask, new Job(JOB, nothing), nothing);
  const { journal } = session.recorder;
  const entries: (LogEntry | null)[] = [];
  for (let at: number = journal.first(); at < journal.next(); at++) entries.push(entryOf(journal, seq(at)));
  return { session, answer, entries };
}

const asks = (part: Partial<ExportAsk> = {}): ExportAsk => ({
  job: JOB,
  session: sessionId("s"),
  filter: "",
  format: "jsonl",
  redact: { secrets: false, paths: [] },
  streams: false,
  title: "",
  url: "",
  protocol: "websocket",
  ...part,
});

describe("a log that is read into a session", () => {
  test("[IM20] keeps its numbers, also where it begins farther on", async () => {
    const { entries, answer } = await load(fileOf(line(5000), line(5001, { linked: 5000 })));
    expect(answer).toMatchObject({ entries: 2, badCount: 0, stopped: null });
    expect(entries.map((entry) => entry?.seq)).toEqual([5000, 5001]);
    expect(entries.map((entry) => entry?.linked)).toEqual([5001, 5000]);
  });

  test("[IM20] a part of one gets numbers without gaps, and what belonged together still does", async () => {
    const ending = { cause: { kind: "no-close-event" }, opened: false, errored: true, asked: false, at: 1, lasted: 1 };
    const evidence = { version: 1, at: 1, ending, url: "wss://x.test/" };
    const note = (at: number, value: object): object => ({
      seq: at,
      epochMs: 1000 + at,
      direction: "local",
      kind: "lifecycle",
      note: value,
    });
    const { session, entries } = await load(
      fileOf(
        line(10, { linked: 30 }),
        note(20, { note: "ended", ending, evidence: null }),
        note(25, { note: "evidence", of: 20, evidence }),
        line(30, { linked: 10 }),
      ),
    );
    expect(entries.map((entry) => [entry?.seq, entry?.linked])).toEqual([
      [10, 13],
      [11, null],
      [12, null],
      [13, 10],
    ]);
    expect(await session.examiner.evidence(seq(11))).toMatchObject({ url: "wss://x.test/" });
  });

  test("[IM20] goes out again as it came in", async () => {
    const lines = [
      line(1, { json: '["a",{"_placeholder":true,"num":0}]', event: "a", ackId: 3, attachments: ["AQI="], linked: 2 }),
      line(2, { kind: "ack", json: "[]", ackId: 3, linked: 1, text: undefined }),
      line(3, { base64: "AP8=", text: undefined }),
      line(4, { text: "x\u0000 你好 \ud83d\ude00" }),
    ];
    const { session } = await load(fileOf(...lines));
    const exported = await exportLog(session.recorder.journal, asks(), new Job(JOB, nothing));
    const text = exported.is === "done" ? await exported.blob?.text() : "";
    const again = await load(new File([text ?? ""], "again.jsonl"));
    const first = await load(fileOf(...lines));
    expect(again.entries).toEqual(first.entries);
    expect(jsonl.read.recognises(text ?? "")).toBe(true);
  });

  test("[IM2] is there as far as it could be read, whatever came then", async () => {
    const broken = {
      lastModified: 1,
      name: "a.jsonl",
      size: 100,
      stream: () =>
        new ReadableStream<Uint8Array>({
          start: (controller) => {
            controller.enqueue(new TextEncoder().encode(`${JSON.stringify(line(1))}\n`));
          },
          pull: (controller) => {
            controller.error(new Error("the disk is gone"));
          },
        }),
    };
    const { answer, entries } = await load(broken as unknown as File);
    expect(answer).toMatchObject({ stopped: "unreadable", detail: "Error: the disk is gone", entries: 1 });
    expect(entries).toHaveLength(1);
  });

  test("[IM20] holds no rate, and counts what went and came", () => {
    const session = makeSession();
    const loader = new Loader(session);
    loader.add({
      seq: null,
      time: epochMs(1),
      direction: "sent",
      kind: "message",
      event: null,
      ackId: null,
      linked: null,
      body: { type: "text", text: "four" },
    });
    expect(session.recorder.stats(0)).toMatchObject({ rate: 0, sent: { count: 1, bytes: bytes(4) } });
  });
});

describe("an export", () => {
  const many = fileOf(...Array.from({ length: 3000 }, (_, at) => line(at + 1, { text: "x".repeat(1000) })));

  test("[EP1] goes out in parts, the next when the one before is taken", async () => {
    const { session } = await load(many);
    const parts: Uint8Array[] = [];
    let waiting = 0;
    const job: Job = new Job(JOB, (message: FromEngine) => {
      if (message.type !== "part") return;
      parts.push(message.octets);
      expect(++waiting).toBe(1);
      setTimeout(() => {
        waiting--;
        job.taken();
      });
    });
    const answer = await exportLog(session.recorder.journal, asks({ streams: true }), job);
    expect(answer).toMatchObject({ is: "done", blob: null, entries: 3000 });
    expect(parts.length).toBeGreaterThan(2);
    const text = parts.map((part) => new TextDecoder().decode(part)).join("");
    expect(text.trim().split("\n")).toHaveLength(3001);
  });

  test("[EP1] can be stopped", async () => {
    const { session } = await load(many);
    const job: Job = new Job(JOB, () => {
      job.cancel();
    });
    expect(await exportLog(session.recorder.journal, asks({ streams: true }), job)).toEqual({ is: "cancelled" });
  });

  test("[EP1] of a filter holds what passes, and HAR the connections around it", async () => {
    const note = { note: "connecting", url: "wss://x.test/", retry: 0, subprotocols: [], namespace: null };
    const begin = { seq: 1, epochMs: 1, direction: "local", kind: "lifecycle", note };
    const { session } = await load(fileOf(begin, line(2), line(3, { text: "needle" }), line(4)));
    const answer = await exportLog(
      session.recorder.journal,
      asks({ filter: "needle", format: "har" }),
      new Job(JOB, nothing),
    );
    const text = answer.is === "done" ? await answer.blob?.text() : "";
    expect(JSON.parse(text ?? "")).toMatchObject({
      log: { entries: [{ request: { url: "wss://x.test/" }, _webSocketMessages: [{ data: "needle" }] }] },
    });
  });
});
