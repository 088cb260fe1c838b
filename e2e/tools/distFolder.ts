import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root, runTool, type Finished } from "./command.ts";

/** What `vite build` writes. */
export const distFolder = join(root, "dist");

/** What the build is made of. */
const sources: readonly string[] = [
  "src",
  "public",
  "index.html",
  "vite.config.ts",
  "tsconfig.json",
  "package-lock.json",
];

/** When the newest file at a path was changed; 0 if there is none. */
function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return path.endsWith(".test.ts") ? 0 : found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** `vite build`, whoever asks: Playwright says NODE_ENV=test, which would bring React's development version. */
export function build(): Promise<Finished> {
  return runTool("vite", ["build"], { env: { NODE_ENV: "production" } });
}

/** Builds the app, unless what is there is newer than every source. */
export async function freshBuild(): Promise<void> {
  const built = newest(join(distFolder, "index.html"));
  if (built > Math.max(...sources.map((path) => newest(join(root, path))))) return;
  const { code, output } = await build();
  if (code !== 0) throw new Error(`vite build failed\n${output}`);
}
