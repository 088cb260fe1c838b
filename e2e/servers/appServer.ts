import { createServer, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { serveFolder } from "../../src/playground/staticFiles.ts";
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
  /** The next look finds a newer build. */
  release(): void;
  close(): Promise<void>;
}

/** The built app as a host might serve it: over HTTPS, or under a policy that somebody else wrote. */
export async function startAppServer({ https = false, enginePolicy }: AppServerOptions = {}): Promise<AppServer> {
  const serve = await serveFolder(distFolder);
  let release = "";
  const answer: RequestListener = (request, response) => {
    const { url = "/" } = request;
    if (enginePolicy !== undefined && url.startsWith("/engine/")) {
      const own = response.setHeader.bind(response);
      response.setHeader = (name, value) => own(name, name === "Content-Security-Policy" ? enginePolicy : value);
    }
    if (url === "/sw.js") {
      const end = response.end.bind(response) as (content: Buffer) => ServerResponse;
      response.end = ((content: Buffer) => end(Buffer.concat([content, Buffer.from(release)]))) as typeof response.end;
    }
    serve(request, response);
  };

  const server = https ? createSecureServer({ ...makeCertificate() }, answer) : createServer(answer);
  const port = await listen(server, "127.0.0.1");
  return {
    url: `${https ? "https" : "http"}://127.0.0.1:${String(port)}/`,
    release() {
      release += "\n// newer";
    },
    async close() {
      const closed = shut(server);
      server.closeAllConnections();
      await closed;
    },
  };
}
