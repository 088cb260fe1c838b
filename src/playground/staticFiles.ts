import { readFile } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { headersFor, parseHeadersFile } from "./headersFile.ts";

/** What a browser must be told of the files of a build: a script of another type does not run. */
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ttf": "font/ttf",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
};

/** Serves a build from a folder, with the headers of its own `_headers` file. */
export async function serveFolder(folder: string): Promise<RequestListener> {
  const rules = parseHeadersFile(await readFile(join(folder, "_headers"), "utf8"));
  return (request, response) => {
    const path = pathOf(request.url ?? "/");
    const file = path === null ? null : join(folder, path.endsWith("/") ? `${path}index.html` : path);
    if (path === null || file === null || !file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) {
      response.writeHead(404).end();
      return;
    }
    readFile(file).then(
      (content) => {
        for (const [name, value] of headersFor(rules, path)) response.setHeader(name, value);
        response.setHeader("Content-Type", TYPES[extname(file)] ?? "application/octet-stream");
        response.end(request.method === "HEAD" ? undefined : content);
      },
      () => response.writeHead(404).end(),
    );
  };
}

/** @returns null for what is no path, or leads out of the folder */
function pathOf(target: string): string | null {
  try {
    const path = normalize(decodeURIComponent(new URL(target, "http://here").pathname)).replaceAll("\\", "/");
    return path.includes("\0") || path.split("/").includes("..") ? null : path;
  } catch {
    return null;
  }
}
