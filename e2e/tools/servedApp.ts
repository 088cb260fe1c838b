import { preview } from "vite";
import { root } from "./command.ts";

export interface ServedApp {
  /** http://127.0.0.1:port/ */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the built app, with the playground and the security headers.
 * @param wanted absent: a free port of 127.0.0.1; a port that is taken gives way to the next
 */
export async function serveApp(wanted = { host: "127.0.0.1", port: 0 }): Promise<ServedApp> {
  const server = await preview({ root, logLevel: "warn", preview: wanted });
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error("vite preview listens nowhere");
  return { url, close: () => server.close() };
}
