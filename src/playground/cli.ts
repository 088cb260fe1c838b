import { existsSync, readFileSync, realpathSync } from "node:fs";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { mountPlayground } from "./mount.ts";
import { serveFolder } from "./staticFiles.ts";

const HELP = `sockwright: serves the workbench on this machine, with its playground.

  sockwright [--port 4173] [--host localhost]

  -p, --port     where it listens, the next free one where that is taken; 0: any
      --host     for whom it listens; 0.0.0.0: for every machine that reaches this one
  -v, --version
  -h, --help

A page from http://localhost may connect to ws:// on this machine and elsewhere, which one that
came over HTTPS may not. Ctrl+C ends it.
`;

/** The port of `npm start`; the next free one where it is taken. */
const PORT = 4173;
const TRIES = 20;

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", short: "p", default: String(PORT) },
      host: { type: "string", default: "localhost" },
      version: { type: "boolean", short: "v", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  // The built file lies in bin/, wherever the package lies.
  const home = realpathSync(join(dirname(fileURLToPath(import.meta.url)), ".."));
  if (values.version) {
    const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { readonly version: string };
    process.stdout.write(`${version}\n`);
    return;
  }
  const wanted = Number(values.port);
  if (!/^\d+$/.test(values.port) || wanted > 65_535) throw new Error(`--port ${values.port}: 0 to 65535`);
  const folder = join(home, "dist");
  if (!existsSync(join(folder, "index.html"))) throw new Error("dist/ holds no build: run npm run build");
  const server = createServer(await serveFolder(folder));
  mountPlayground(server, { elsewhere: "refuse" });
  const port = await listen(server, wanted, values.host);
  if (wanted !== 0 && port !== wanted) process.stdout.write(`Port ${String(wanted)} is taken.\n`);
  const name = values.host.includes(":") ? `[${values.host}]` : values.host;
  process.stdout.write(`Sockwright: http://${name}:${String(port)}/\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
}

/** @returns the port: the wanted one, or one of the next that is free */
async function listen(server: Server, wanted: number, host: string): Promise<number> {
  for (let port = wanted; ; port++) {
    try {
      server.listen(port, host);
      await once(server, "listening");
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!isTaken || port >= wanted + TRIES || port === 65_535) throw error;
    }
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nsockwright --help\n`);
  process.exitCode = 1;
});
