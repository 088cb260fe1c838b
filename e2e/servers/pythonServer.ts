import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The system's Python has Debian's packages; another one may come first in PATH. */
const candidates: readonly string[] = ["python3", "/usr/bin/python3"];

/** 2 s for Python to end by itself before it is killed. */
const patience = 2000;

/** What can be started: a script beside this file, and the module that it needs. */
const scripts = {
  websockets: { file: "./python_server.py", module: "websockets" },
  flask: { file: "./flask_server.py", module: "flask_socketio" },
} as const;
type Kind = keyof typeof scripts;

const found = new Map<Kind, string | null>();

const canServe = (python: string, module: string): boolean =>
  spawnSync(python, ["-c", `import ${module}`], { stdio: "ignore" }).status === 0;

function findPython(kind: Kind): string | null {
  const known = found.get(kind);
  if (known !== undefined) return known;
  const python = candidates.find((candidate) => canServe(candidate, scripts[kind].module)) ?? null;
  found.set(kind, python);
  return python;
}

/** Whether a Python with the module is on this machine; tests skip themselves without it. */
export function pythonAvailable(kind: Kind = "websockets"): boolean {
  return findPython(kind) !== null;
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
  throw new Error(`the server did not say its port but ${line}`);
}

/** An echo server on Python's `websockets`. Check `pythonAvailable()` first. */
export function startPythonServer(options: { readonly subprotocols?: readonly string[] } = {}): Promise<PythonServer> {
  return start("websockets", options.subprotocols ?? []);
}

/**
 * Flask-SocketIO over polling, with the namespace "/" alone. Check `pythonAvailable("flask")` first.
 * @param origin who may read; absent: what the library lets in by itself
 */
export async function startFlaskServer(origin?: string): Promise<PythonServer> {
  const server = await start("flask", origin === undefined ? [] : [origin]);
  return { ...server, url: server.url.replace("ws:", "http:") };
}

async function start(kind: Kind, args: readonly string[]): Promise<PythonServer> {
  const python = findPython(kind);
  if (python === null) throw new Error(`no Python with ${scripts[kind].module} on this machine`);
  const script = fileURLToPath(new URL(scripts[kind].file, import.meta.url));
  const child = spawn(python, [script, ...args], { stdio: ["pipe", "pipe", "inherit"] });
  const gone = once(child, "exit");
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once("line", resolve);
    gone.then(() => reject(new Error(`${scripts[kind].file} ended before it listened`)), reject);
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
