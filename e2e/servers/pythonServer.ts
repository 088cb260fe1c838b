import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The system's Python has Debian's python3-websockets; another one may come first in PATH. */
const candidates: readonly string[] = ["python3", "/usr/bin/python3"];

const script = fileURLToPath(new URL("./python_server.py", import.meta.url));

/** 2 s for Python to end by itself before it is killed. */
const patience = 2000;

let found: string | null | undefined;

function canServe(python: string): boolean {
  return spawnSync(python, ["-c", "import websockets"], { stdio: "ignore" }).status === 0;
}

function findPython(): string | null {
  if (found === undefined) found = candidates.find(canServe) ?? null;
  return found;
}

/** Whether a Python with `websockets` is on this machine; tests skip themselves without it. */
export function pythonAvailable(): boolean {
  return findPython() !== null;
}

export interface PythonServer {
  /** ws://127.0.0.1:port; `${url}/close/<code>` closes at once with that code */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

function readPort(line: string): number {
  const greeting: unknown = JSON.parse(line);
  if (typeof greeting === "object" && greeting !== null && "port" in greeting) {
    if (typeof greeting.port === "number") return greeting.port;
  }
  throw new Error(`python_server.py did not say its port but ${line}`);
}

/** An echo server on Python's `websockets`. Check `pythonAvailable()` first. */
export async function startPythonServer(
  options: { readonly subprotocols?: readonly string[] } = {},
): Promise<PythonServer> {
  const python = findPython();
  if (python === null) throw new Error("no Python with websockets on this machine");
  const child = spawn(python, [script, ...(options.subprotocols ?? [])], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const gone = once(child, "exit");
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once("line", resolve);
    gone.then(() => reject(new Error("python_server.py ended before it listened")), reject);
  });
  const port = readPort(line);

  return {
    url: `ws://127.0.0.1:${port}`,
    port,
    async close() {
      const timer = setTimeout(() => child.kill("SIGKILL"), patience);
      child.kill();
      await gone;
      clearTimeout(timer);
    },
  };
}
