import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import tailwindcss from "@tailwindcss/vite";
import type { Plugin, UserConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { playground } from "./src/playground/vitePlugin.ts";
import { securityHeaders } from "./src/playground/securityHeaders.ts";

/**
 * Keeps the diff editors out of the bundle: monaco's API brings them along, and nobody opens one.
 * Saves some 50 kB gzip. One is extended while monaco loads, so both stay classes.
 */
function slimMonaco(): Plugin {
  return {
    name: "sockwright:slim-monaco",
    load: {
      filter: { id: /\/widget\/(diffEditor\/diffEditorWidget|multiDiffEditor\/multiDiffEditorWidget)\.js$/ },
      handler: () => "export class DiffEditorWidget {}\nexport class MultiDiffEditorWidget {}\n",
    },
  };
}

/** Installable, and there without a network: the whole build is kept by a service worker, which main.tsx registers. */
const offline = VitePWA({
  registerType: "prompt",
  injectRegister: null,
  filename: "sw.js",
  includeAssets: [],
  manifest: {
    name: "Sockwright",
    short_name: "Sockwright",
    description: "The WebSocket and Socket.IO workbench that tells you why.",
    theme_color: "#1d5dca",
    background_color: "#ffffff",
    display: "standalone",
    start_url: "./",
    scope: "./",
    icons: [
      { src: "icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "icons/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  },
  workbox: {
    globPatterns: ["**/*.{js,css,html,svg,png,ttf,webmanifest}"],
    maximumFileSizeToCacheInBytes: 8_000_000,
    navigateFallback: "index.html",
    // Of other programs on the same host: ours has one page.
    navigateFallbackDenylist: [/\/playground\//, /\/schema\//],
    inlineWorkboxRuntime: true,
    cleanupOutdatedCaches: true,
    sourcemap: false,
  },
});

/** The engine's files stand in a folder of their own, because they alone carry a policy that may connect. */
const ENGINE_FILE = "engine/[name]-[hash].js";

/** Tests of modules that keep state, each file in a world of its own. */
const withState = "src/{state,storage,ui}/**/*.test.ts";
const unitTests = ["src/**/*.test.ts", "e2e/tools/*.test.ts"];

/** 20 s: servers, browsers and other builds may share the machine. Projects inherit nothing. */
const unhurried = { pool: "threads", testTimeout: 20_000, hookTimeout: 20_000 } as const;

const version = /"version": "([^"]+)"/.exec(readFileSync("package.json", "utf8"))?.[1] ?? "";

/** The command that `npx` runs: our own code in one file, its libraries as they are installed. */
const command: UserConfig = {
  publicDir: false,
  build: {
    ssr: "src/playground/cli.ts",
    outDir: "bin",
    target: "node20",
    rolldownOptions: { output: { entryFileNames: "sockwright.js", banner: "#!/usr/bin/env node" } },
  },
};

const app: ViteUserConfig = {
  base: "./",
  plugins: [react(), tailwindcss(), slimMonaco(), playground(), securityHeaders(), offline],
  define: { SOCKWRIGHT_VERSION: JSON.stringify(version) },
  build: {
    target: "es2023",
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      output: {
        // What is fetched in one moment comes in one file, each with all that it needs; the first takes what it shares.
        advancedChunks: {
          groups: [
            { name: "first", test: /[\\/]src[\\/]main\.tsx$/, priority: 3 },
            {
              name: "work",
              test: /[\\/]src[\\/]ui[\\/](?:WorkArea|parts[\\/]MoreIcon|connection[\\/](?:SocketIoChips|panels[\\/]ChipPanel))\.tsx$/,
              priority: 2,
            },
            {
              name: "library",
              test: /[\\/]src[\\/](?:state[\\/](?:startLibrary|library)\.ts|ui[\\/]library[\\/](?:Sidebar|Companions)\.tsx)$/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  worker: {
    format: "es",
    rolldownOptions: { output: { entryFileNames: ENGINE_FILE, chunkFileNames: ENGINE_FILE } },
  },
  server: { port: 5173 },
  preview: { port: 4173 },
  test: {
    maxWorkers: "100%",
    projects: [
      // Pure, or with an end to everything they start: no need of a fresh world for every file.
      { test: { ...unhurried, name: "unit", include: unitTests, exclude: [withState], isolate: false } },
      { test: { ...unhurried, name: "page", include: [withState] } },
      // What `vite build` wrote.
      { test: { ...unhurried, name: "build", include: ["e2e/*.test.ts"] } },
    ],
  },
};

export default defineConfig(({ mode }) => (mode === "command" ? command : app));
