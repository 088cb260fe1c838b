import type { EpochMs } from "../../units/units.ts";
import type { LogFormat } from "./logFormat.ts";
import { JsonStream } from "./reading/jsonStream.ts";
import type { Feed, LogSink, ReadAbout } from "./reading/logReading.ts";
import { readLoose } from "./reading/looseMessage.ts";
import { parsed } from "./reading/values.ts";

/** A list of messages, as scripts and tools write one down; alone, or under one key of an object. */
export const jsonArray = {
  id: "array",
  extension: "json",
  mime: "application/json",
  write: null,
  read: {
    recognises: (head) => /^\ufeff?\s*\[\s*(?:[[{"\d\]-]|null|true|false)/.test(head) && !/^\s*\[\d{1,4}-\d/.test(head),
    survey: null,
    start: readArray,
  },
} as const satisfies LogFormat;

function readArray(sink: LogSink, { modified }: ReadAbout): Feed {
  let since: EpochMs = modified;
  let count = 0;
  const stream = new JsonStream(
    1,
    (frames) => frames.length === 1 && frames[0]?.isList === true,
    (_, text) => {
      count++;
      const value = parsed(text);
      if (value === undefined) {
        sink.bad({ unit: "message", at: count, why: "json" });
        return;
      }
      const entry = readLoose(value, text, since);
      since = entry.time;
      sink.entry(entry);
    },
  );
  return {
    push: (text) => {
      stream.push(text);
    },
    end: () => {
      stream.end();
      if (stream.fault) sink.bad({ unit: "message", at: count + 1, why: stream.fault.kind === "cut" ? "cut" : "json" });
    },
  };
}
