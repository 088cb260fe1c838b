import { fail, ok, type Result } from "../units/result.ts";
import type { Imported, ReadFault } from "./format.ts";
import { FORMATS, type FormatId } from "./index.ts";
import { MOST_TEXT } from "./reading/limits.ts";

/** Reads a text as the first format that recognises it. @returns "nothing" where none does */
export function readAny(text: string): Result<Imported & { readonly format: FormatId }, ReadFault> {
  if (text.length > MOST_TEXT) return fail({ kind: "too-large" });
  const format = FORMATS.find(({ read }) => read?.recognises(text) ?? false);
  const read = format?.read?.read(text);
  if (!format || !read) return fail({ kind: "nothing" });
  return read.ok ? ok({ ...read.value, format: format.id }) : read;
}
