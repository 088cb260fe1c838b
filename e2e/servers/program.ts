import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export interface Program {
  /** what the line it waited for says */
  readonly says: string;
  close(): Promise<void>;
}

/**
 * Starts a program that serves, and waits for the line that says where.
 * @throws when it ends before
 */
export async function startProgram(
  command: string,
  args: readonly string[],
  wanted: RegExp,
  folder: string,
): Promise<Program> {
  const child = spawn(command, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const gone = once(child, "exit");
  const says = await new Promise<string>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      reject(new Error(`${command} ended with ${String(code)}`));
    });
    for (const stream of [child.stdout, child.stderr])
      createInterface(stream).on("line", (line) => {
        const found = wanted.exec(line)?.[1];
        if (found !== undefined) resolve(found);
      });
  });
  return {
    says,
    async close() {
      child.kill();
      await gone;
    },
  };
}
