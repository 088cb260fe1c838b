import { setWorkbench } from "./workbench.ts";

/** Asks our own server whether it brings the playground; a static host does not. */
export async function findPlayground(): Promise<void> {
  setWorkbench({ playground: (await isThere()) ? "here" : "none" });
}

async function isThere(): Promise<boolean> {
  try {
    const response = await fetch("/playground/servers.json", { cache: "no-store" });
    const answer: unknown = response.ok ? await response.json() : null;
    return (Object(answer) as { sockwright?: unknown }).sockwright === 1;
  } catch {
    // A static host answers with a page, or not at all.
    return false;
  }
}
