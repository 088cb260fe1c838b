/** What the rows of the log do by a key that can be changed, and by a command that is chosen by its name. */
export const LOG_COMMANDS = [
  "row-next",
  "row-previous",
  "match-next",
  "match-previous",
  "copy-row",
  "linked-row",
  "pin-row",
  "go-to",
] as const;
export type LogCommand = (typeof LOG_COMMANDS)[number];

let runner: ((id: LogCommand) => void) | null = null;

/** The log that is on the screen. @returns its end */
export function hearLogCommands(run: (id: LogCommand) => void): () => void {
  runner = run;
  return () => {
    if (runner === run) runner = null;
  };
}

export const runInLog = (id: LogCommand): void => {
  runner?.(id);
};
