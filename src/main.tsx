import { StrictMode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import engineUrl from "./engine/worker.ts?worker&url";
import { LOCALES } from "./i18n/index.ts";
import { startEngine } from "./state/engine.ts";
import { openLink } from "./state/links.ts";
import { startKeepingAll } from "./state/keep.ts";
import { keepStored, restore } from "./state/persist.ts";
import { keepOffline } from "./state/offline.ts";
import { findPlayground } from "./state/playground.ts";
import { workbench } from "./state/workbench.ts";
import { App } from "./ui/App.tsx";
import { chosenLocale } from "./ui/locale.ts";
import "./ui/styles/app.css";

/**
 * The composition root: the one file that knows every layer. The scripts of the engine and of the service
 * worker are the only URLs that the policy of this name lets become workers.
 * @see https://w3c.github.io/trusted-types/dist/spec/
 */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

const scripts: readonly string[] = [engineUrl, "./sw.js"];

function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const only = (asked: string): string => {
    if (!scripts.includes(asked)) throw new TypeError("not ours");
    return asked;
  };
  return trustedTypes?.createPolicy("sockwright-worker", { createScriptURL: only }).createScriptURL(url) ?? url;
}

const makeWorker = (): Worker => new Worker(trusted(engineUrl), { type: "module", name: "engine" });

async function start(): Promise<void> {
  // Most likely the right texts: on their way before the settings are read.
  void LOCALES[chosenLocale()].load();
  startEngine(makeWorker);
  await restore();
  // Values of an environment, and names of saved profiles, are there before they are shown; else the page is.
  const isAwaited = workbench().tabs.some(({ environment, saved }) => environment !== null || saved !== null);
  if (isAwaited) await startKeepingAll();
  const messages = await LOCALES[chosenLocale()].load();
  openLink(location.hash);
  addEventListener("hashchange", () => {
    openLink(location.hash);
  });
  const root = document.querySelector("#app");
  if (!root) throw new Error("index.html has no #app");
  // With its effects, before anybody sees it: only then it hears keys, and follows the store that typing writes to.
  flushSync(() => {
    createRoot(root).render(
      <StrictMode>
        <App firstMessages={messages} />
      </StrictMode>,
    );
  });
  keepStored();
  if (!isAwaited) void startKeepingAll();
  await findPlayground();
  if (import.meta.env.PROD) keepOffline(() => navigator.serviceWorker.register(trusted("./sw.js")));
}

void start();
