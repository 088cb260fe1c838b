import type { LogEntry, LogHead } from "../../log/logEntry.ts";
import type { LogReading } from "./reading/logReading.ts";

/** One way to write a log down. To add another: a file like plainText.ts, and a line in index.ts. */
export interface LogFormat {
  readonly id: string;
  /** Of a file, without the dot. */
  readonly extension: string;
  readonly mime: string;
  readonly write: LogWriting | null;
  readonly read: LogReading | null;
}

export interface LogWriting {
  /** Whether it must see where connections begin and end, also where the filter hides that. */
  readonly needsBounds: boolean;
  readonly start: (head: LogHead) => LogWriter;
}

/** Makes text of a log, piece by piece: the pieces in their order are the file. */
export interface LogWriter {
  readonly begin: string;
  /** @param isBound it did not pass the filter, and only says where a connection begins or ends */
  readonly entry: (entry: LogEntry, isBound: boolean) => string;
  readonly end: () => string;
}
