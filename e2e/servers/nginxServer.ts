import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findInPath } from "../tools/browsers.ts";
import type { Certificate } from "./certificate.ts";
import { listen, shut } from "./listen.ts";

export interface NginxServerOptions {
  /** what stands inside `server { … }` */
  readonly server: string;
  readonly certificate?: Certificate;
}

export interface NginxServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Only what nginx needs to run alone, as anybody, from a folder of its own. */
const config = ({ server, certificate }: NginxServerOptions, port: number): string => `
daemon off;
master_process off;
pid nginx.pid;
error_log stderr crit;
events { worker_connections 64; }
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  server {
    listen 127.0.0.1:${String(port)}${certificate === undefined ? "" : " ssl"};
    ${certificate === undefined ? "" : "ssl_certificate cert.pem; ssl_certificate_key key.pem;"}
    ${server}
  }
}
`;

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server, "127.0.0.1");
  await shut(server);
  return port;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

/** A real nginx in front of whatever the configuration names. Ask `need("nginx")` first. */
export async function startNginx(options: NginxServerOptions): Promise<NginxServer> {
  const program = findInPath(["nginx"]);
  if (program === null) throw new Error("no nginx on this machine");
  const folder = await mkdtemp(join(tmpdir(), "sockwright-nginx-"));
  const port = await freePort();
  await writeFile(join(folder, "nginx.conf"), config(options, port));
  if (options.certificate !== undefined) {
    await writeFile(join(folder, "cert.pem"), options.certificate.cert);
    await writeFile(join(folder, "key.pem"), options.certificate.key);
  }
  const child = spawn(program, ["-p", folder, "-c", "nginx.conf", "-e", "stderr"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const gone = once(child, "exit");
  while (!(await accepts(port))) {
    if (child.exitCode !== null) throw new Error("nginx ended before it listened");
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  return {
    port,
    async close() {
      child.kill("SIGKILL");
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
