import { preview } from "vite";
import { root } from "./command.ts";

export interface ServedApp {
  /** http://127.0.0.1:port/ */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the built app on a free port, with the playground and the security headers. */
export async function serveApp(): Promise<ServedApp> {
  const server = await preview({ root, logLevel: "warn", preview: { host: "127.0.0.1", port: 0 } });
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error("vite preview listens nowhere");
  return { url, close: () => server.close() };
}
