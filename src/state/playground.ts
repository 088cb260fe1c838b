import { setWorkbench } from "./workbench.ts";

/** Asks our own server whether it brings the playground; a static host does not. */
export async function findPlayground(): Promise<void> {
  try {
    const response = await fetch("/playground/servers.json", { cache: "no-store" });
    const answer: unknown = response.ok ? await response.json() : null;
    const { sockwright, paths } = Object(answer) as { sockwright?: unknown; paths?: unknown };
    if (sockwright === 1 && Array.isArray(paths)) setWorkbench({ playground: paths.filter((path) => typeof path === "string") });
  } catch {
    // A static host answers with a page, or not at all: there is no playground.
  }
}
