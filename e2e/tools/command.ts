import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** What the tools write: reports, traces, figures. Git does not see it. */
export const resultsFolder = join(root, "test-results");

export interface Finished {
  /** 0 only if the command ended by itself and said so */
  readonly code: number;
  /** both streams as they came; empty when they were shown live */
  readonly output: string;
  readonly seconds: number;
}

interface CommandOptions {
  /** shows the output as it comes; absent: it is kept for the caller */
  readonly live?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program in the project's folder. Never throws: what cannot even start has failed. */
export function runCommand(program: string, args: readonly string[], options: CommandOptions = {}): Promise<Finished> {
  const { live = false, env = {} } = options;
  const start = performance.now();
  let output = "";
  return new Promise((resolve) => {
    const end = (code: number): void => {
      resolve({ code, output, seconds: (performance.now() - start) / 1000 });
    };
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...(live || process.stdout.isTTY ? {} : { NO_COLOR: "1" }), ...env },
      stdio: ["ignore", live ? "inherit" : "pipe", live ? "inherit" : "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => (output += text));
    }
    child.once("error", (error) => {
      output += `${error.message}\n`;
      end(1);
    });
    child.once("close", (code, signal) => {
      if (signal !== null) output += `ended by ${signal}\n`;
      end(code ?? 1);
    });
  });
}

/**
 * Runs a program of an installed package with this Node: no shell, no .cmd files, no npx.
 * @param name "typescript/tsc": the package and its program; "vite" where they have one name, or it has but one
 */
export function runTool(name: string, args: readonly string[], options?: CommandOptions): Promise<Finished> {
  const [packageName = "", program = packageName] = name.startsWith("@") ? [name] : name.split("/");
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly bin: string | Readonly<Record<string, string>>;
  };
  const script = typeof bin === "string" ? bin : (bin[program] ?? Object.values(bin)[0]);
  if (script === undefined) throw new Error(`${packageName} has no program`);
  return runCommand(process.execPath, [join(folder, script), ...args], options);
}
