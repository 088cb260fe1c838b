import { csv } from "./csv.ts";
import { har } from "./har.ts";
import { jsonArray } from "./jsonArray.ts";
import { jsonl } from "./jsonl.ts";
import type { LogFormat } from "./logFormat.ts";
import { plainText } from "./plainText.ts";

/** Every way to write a log down, in the order of the dialog and in that of asking who recognises a file: the vaguest last. */
export const LOG_FORMATS = [jsonl, csv, har, jsonArray, plainText] as const satisfies readonly LogFormat[];

export type LogFormatId = (typeof LOG_FORMATS)[number]["id"];

export const logFormat = (id: LogFormatId): LogFormat => LOG_FORMATS.find((format) => format.id === id) ?? jsonl;
