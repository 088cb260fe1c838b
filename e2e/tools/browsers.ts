import { accessSync, constants } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { runCommand, runTool } from "./command.ts";

/**
 * Pages that Chromium makes beside each of ours for its own address bar, at half the cost of a test; and
 * what Playwright switches off, since of several lists the last counts.
 */
const withoutFeatures: readonly string[] = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

/**
 * Quiet and alone: no first-run pages, no requests of its own, and no HTTP/3, which loopback servers
 * do not speak. Containers lack what the sandbox needs.
 */
export const chromiumFlags: readonly string[] = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${withoutFeatures.join(",")}`,
];

const programFiles: readonly string[] = [
  process.env["PROGRAMFILES"] ?? "C:\\Program Files",
  process.env["PROGRAMFILES(X86)"] ?? "C:\\Program Files (x86)",
  process.env["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local"),
];

interface Places {
  readonly variable: string;
  /** in PATH */
  readonly names: readonly string[];
  readonly mac: readonly string[];
  /** below the folders where Windows keeps programs */
  readonly windows: readonly string[];
}

const chromiumPlaces: Places = {
  variable: "SOCKWRIGHT_CHROMIUM",
  names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
  mac: ["Chromium.app/Contents/MacOS/Chromium", "Google Chrome.app/Contents/MacOS/Google Chrome"],
  windows: ["Chromium\\Application\\chrome.exe", "Google\\Chrome\\Application\\chrome.exe"],
};

const firefoxPlaces: Places = {
  variable: "SOCKWRIGHT_FIREFOX",
  names: ["firefox-esr", "firefox"],
  mac: ["Firefox.app/Contents/MacOS/firefox"],
  windows: ["Mozilla Firefox\\firefox.exe"],
};

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Debian keeps servers in /usr/sbin, which is in root's PATH only. */
export function findInPath(names: readonly string[]): string | null {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin"].filter((folder) => folder !== "");
  const endings = process.platform === "win32" ? [".exe"] : [""];
  const paths = names.flatMap((name) => folders.flatMap((at) => endings.map((ending) => join(at, name + ending))));
  return paths.find(isProgram) ?? null;
}

/** @throws when the variable names a program that is not there: whoever set it means that one and no other */
function find({ variable, names, mac, windows }: Places): string | null {
  const wanted = process.env[variable];
  if (wanted !== undefined && wanted !== "") {
    if (isProgram(wanted)) return wanted;
    throw new Error(`${variable} names ${wanted}, which is no program`);
  }
  const usual = [
    ...mac.flatMap((path) => [join("/Applications", path), join(homedir(), "Applications", path)]),
    ...windows.flatMap((path) => programFiles.map((folder) => join(folder, path))),
  ];
  return findInPath(names) ?? usual.find(isProgram) ?? null;
}

export function findChromium(): string | null {
  const found = find(chromiumPlaces);
  if (found !== null) return found;
  const downloaded = chromium.executablePath();
  return isProgram(downloaded) ? downloaded : null;
}

export function findFirefox(): string | null {
  return find(firefoxPlaces);
}

/** Finds a Chromium, and fetches one if there is none: Playwright's own, or Debian's. */
export async function provideChromium(): Promise<string> {
  const ways: readonly (() => Promise<unknown>)[] = [
    () => runTool("@playwright/test", ["install", "chromium"], { live: true }),
    () => runCommand("apt-get", ["install", "-y", "chromium"], { live: true }),
  ];
  for (const fetch of [...ways, null]) {
    const found = findChromium();
    if (found !== null) return found;
    await fetch?.();
  }
  throw new Error("no Chromium or Chrome: install one, or name one in SOCKWRIGHT_CHROMIUM");
}
