import react from "@vitejs/plugin-react";
import tailwindcss from "@tailwindcss/vite";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { playground } from "./src/playground/vitePlugin.ts";
import { securityHeaders } from "./src/playground/securityHeaders.ts";

/**
 * Keeps unwanted editor features out of the bundle: monaco's shared worker glue imports every
 * feature for its side effects, and the lazily loaded JSON mode pulls it in. Saves some 235 kB gzip.
 */
function slimMonaco(): Plugin {
  return {
    name: "sockwright:slim-monaco",
    transform: {
      filter: { id: /monaco-editor\/esm\/vs\/internal\/common\/workers\.js$/ },
      handler: (code) => ({ code: code.replace(/^import ['"][^'"]+['"];\s*$/gm, ""), map: null }),
    },
  };
}

/** The engine's files stand in a folder of their own, because they alone carry a policy that may connect. */
const workerFile = (chunk: { name: string; moduleIds: readonly string[] }): string =>
  chunk.moduleIds.some((id) => id.includes("/monaco-editor/"))
    ? "assets/[name]-[hash].js"
    : "engine/[name]-[hash].js";

export default defineConfig({
  base: "./",
  plugins: [react(), tailwindcss(), slimMonaco(), playground(), securityHeaders()],
  build: { target: "es2023", modulePreload: { polyfill: false }, chunkSizeWarningLimit: 4000 },
  worker: {
    format: "es",
    plugins: () => [slimMonaco()],
    rolldownOptions: { output: { entryFileNames: workerFile, chunkFileNames: workerFile } },
  },
  server: { port: 5173 },
  preview: { port: 4173 },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
