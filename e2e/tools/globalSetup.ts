import { freshBuild } from "./distFolder.ts";
import { serveApp } from "./servedApp.ts";

/** Where the tests find the app. */
export const appVariable = "SOCKWRIGHT_URL";

/** Playwright runs this once, before the first test; it wants a default export, and the way back. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  await freshBuild();
  const app = await serveApp();
  process.env[appVariable] = app.url;
  return () => app.close();
}
