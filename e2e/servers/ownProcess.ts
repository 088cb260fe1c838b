import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { root } from "../tools/command.ts";

export interface OwnProcess {
  /** ws://127.0.0.1:port */
  readonly url: string;
  /** SIGKILL: no close frame, and nothing answers on the port any more */
  kill(): void;
  close(): Promise<void>;
}

const script = `
  import { WebSocketServer } from "ws";
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  server.on("listening", () => console.log(String(server.address().port)));
  process.stdin.resume().on("end", () => process.exit());
`;

/** A WebSocket server in a process of its own, which can be killed. */
export async function startOwnProcess(): Promise<OwnProcess> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    cwd: root,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const gone = once(child, "exit");
  const port = await new Promise<string>((resolve) => {
    createInterface(child.stdout).once("line", resolve);
  });
  return {
    url: `ws://127.0.0.1:${port}`,
    kill: () => void child.kill("SIGKILL"),
    async close() {
      child.kill("SIGKILL");
      await gone;
    },
  };
}
