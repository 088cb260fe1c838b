import { Server as HttpServer } from "node:http";
import { Server as HttpsServer } from "node:https";
import type { Plugin, PreviewServer, ViteDevServer } from "vite";
import { mountPlayground, type MountOptions } from "./mount.ts";

function mount(vite: ViteDevServer | PreviewServer, options: MountOptions): void {
  const { httpServer } = vite;
  // None in middleware mode. Vite's HTTP/2 server has requests of another shape.
  if (!(httpServer instanceof HttpServer || httpServer instanceof HttpsServer)) return;
  mountPlayground(httpServer, options);
}

/** Serves the playground beside the app, in `vite` and in `vite preview`. */
export function playground(): Plugin {
  return {
    name: "sockwright:playground",
    configureServer: (vite) => mount(vite, { elsewhere: "leave" }),
    configurePreviewServer: (vite) => mount(vite, { elsewhere: "refuse" }),
  };
}
