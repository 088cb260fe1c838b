import { JsonStream, type Frame } from "./jsonStream.ts";

/** A field of an entry, by its path in it: `request.url`. */
export interface EntryPlace {
  readonly entry: number;
  readonly path: string;
}

export interface EntryVisitor {
  /** Asked for each message of each entry: whether its text is wanted. */
  readonly wantsMessage: (entry: number) => boolean;
  readonly message: (entry: number, text: string) => void;
  readonly field: (place: EntryPlace, text: string) => void;
  readonly ended: (entry: number) => void;
}

/** What is told of an entry besides its messages; bodies and timings of HTTP are as large as the rest, and of no use. */
const FIELDS = new Set([
  "_resourceType",
  "_webSocketClose",
  "_sockwrightEvidence",
  "startedDateTime",
  "time",
  "request.url",
  "request.headers",
  "response.status",
  "response.headers",
  "response.content._file",
]);

const MESSAGES = "_webSocketMessages";

/** Goes over the entries of an HTTP Archive as it comes in. */
export function overEntries(visitor: EntryVisitor): JsonStream {
  let current = -1;
  const entryOf = (frames: readonly Frame[]): number | null => {
    const [root, log, entries] = frames;
    if (root?.key !== "log" || root.isList || log?.key !== "entries" || log.isList || entries?.isList !== true)
      return null;
    if (entries.index !== current) {
      if (current >= 0) visitor.ended(current);
      current = entries.index;
    }
    return entries.index;
  };
  const pathOf = (frames: readonly Frame[]): string =>
    frames
      .slice(3)
      .map(({ key }) => key)
      .join(".");
  const isMessage = (frames: readonly Frame[]): boolean =>
    frames.length === 5 && frames[3]?.key === MESSAGES && frames[4]?.isList === true;
  return new JsonStream(
    6,
    (frames) => {
      if (frames.length < 4) return false;
      const entry = entryOf(frames);
      if (entry === null) return false;
      if (isMessage(frames)) return visitor.wantsMessage(entry);
      const path = pathOf(frames);
      if (path === MESSAGES) visitor.field({ entry, path }, "");
      return frames.every((frame, at) => at === 2 || !frame.isList) && FIELDS.has(path);
    },
    (frames, text) => {
      const entry = entryOf(frames) ?? 0;
      if (isMessage(frames)) visitor.message(entry, text);
      else visitor.field({ entry, path: pathOf(frames) }, text);
    },
  );
}
