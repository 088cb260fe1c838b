import { shellQuote } from "../../units/shellQuote.ts";

/**
 * One word of a command line. Control characters other than a line's end would act on the terminal it is
 * pasted into: they stand as `$'\x1b'`, which bash, zsh and ksh know.
 * @see POSIX.1-2024, Shell Command Language, 2.2.4
 */
export function shellWord(value: string): string {
  const sayable = value.toWellFormed().replaceAll("\0", "");
  if (!/[\u0001-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/.test(sayable)) return shellQuote(sayable);
  const inside = sayable.replace(/['\\\u0001-\u001f\u007f-\u009f\u2028\u2029]/g, (unit) => {
    const code = unit.charCodeAt(0).toString(16);
    if (unit === "'" || unit === "\\") return `\\${unit}`;
    // Four digits, so that no digit behind it is taken in.
    return `\\u${code.padStart(4, "0")}`;
  });
  return `$'${inside}'`;
}

/** A program and its options; more than one stand in lines of their own. */
export const commandLines = (program: string, parts: readonly string[]): string =>
  `${[program, ...parts].join(parts.length > 1 ? " \\\n  " : " ")}\n`;
