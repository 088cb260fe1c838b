import { readFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { extname, join, normalize } from "node:path";
import { headersFor, parseHeadersFile } from "../../src/playground/headersFile.ts";
import { distFolder } from "../tools/distFolder.ts";
import { makeCertificate } from "./certificate.ts";
import { listen, shut } from "./listen.ts";

export interface AppServerOptions {
  /** over HTTPS, with a certificate that no browser trusts by itself */
  readonly https?: boolean;
  /** Content-Security-Policy of the engine's script, under which the sockets live; absent: our own */
  readonly enginePolicy?: string;
}

export interface AppServer {
  /** where the app is, with a slash at the end */
  readonly url: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
};

/** The built app as a host might serve it: over HTTPS, or under a policy that somebody else wrote. */
export async function startAppServer({ https = false, enginePolicy }: AppServerOptions = {}): Promise<AppServer> {
  const rules = parseHeadersFile(await readFile(join(distFolder, "_headers"), "utf8"));

  const answer: RequestListener = (request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://here").pathname);
    const file = join(distFolder, path === "/" ? "index.html" : path);
    const headers = headersFor(rules, path);
    const own = path.startsWith("/engine/") && enginePolicy !== undefined ? enginePolicy : null;
    readFile(file).then(
      (content) => {
        for (const [name, value] of headers) response.setHeader(name, value);
        if (own !== null) response.setHeader("Content-Security-Policy", own);
        response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
        response.end(content);
      },
      () => response.writeHead(404).end(),
    );
  };

  const server = https ? createSecureServer({ ...makeCertificate() }, answer) : createServer(answer);
  const port = await listen(server, "127.0.0.1");
  return {
    url: `${https ? "https" : "http"}://127.0.0.1:${String(port)}/`,
    async close() {
      const closed = shut(server);
      server.closeAllConnections();
      await closed;
    },
  };
}
