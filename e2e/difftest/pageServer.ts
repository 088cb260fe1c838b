import { createServer, type RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { PolicyText } from "../../src/core/csp/case.ts";
import { makeCertificate } from "../servers/certificate.ts";
import { listen, shut } from "../servers/listen.ts";
import type { DiffPage, Ports } from "./generate.ts";
import { PARENT, WORKER } from "./inPage.ts";

export interface PageServer {
  readonly ports: Ports;
  /** What `/case/0` and the following are served with from now on. */
  serve(pages: readonly DiffPage[]): void;
  close(): Promise<void>;
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

const nameOf = ({ disposition }: PolicyText): string =>
  disposition === "report" ? "Content-Security-Policy-Report-Only" : "Content-Security-Policy";

/** The `<meta>` of a page, as its document has them. */
export const metasOf = ({ policies }: DiffPage): string =>
  policies
    .filter(({ delivery }) => delivery === "meta")
    .map((policy) => `<meta http-equiv="${nameOf(policy)}" content="${escaped(policy.text)}">`)
    .join("");

function headersOf({ policies }: DiffPage): Readonly<Record<string, readonly string[]>> {
  const headers: Record<string, string[]> = {};
  for (const policy of policies) {
    if (policy.delivery === "header") (headers[nameOf(policy)] ??= []).push(policy.text);
  }
  return headers;
}

/** Serves a parent without a policy, and for each case a document and a worker's script with it, over HTTP and HTTPS. */
export async function startPageServer(): Promise<PageServer> {
  let served: readonly DiffPage[] = [];
  const answer: RequestListener = (request, response) => {
    const [, kind, number] = (request.url ?? "").split(/[/?]/);
    const one = served[Number(number)];
    if (kind === "parent") {
      response
        .setHeader("Content-Type", "text/html")
        .end(`<!doctype html><title>parent</title><script>${PARENT}</script><body></body>`);
      return;
    }
    if (one === undefined || (kind !== "case" && kind !== "worker")) {
      response.writeHead(404).end();
      return;
    }
    for (const [name, values] of Object.entries(headersOf(one))) response.setHeader(name, values);
    response.setHeader("Cache-Control", "no-store");
    if (kind === "worker") response.setHeader("Content-Type", "text/javascript").end(WORKER);
    else {
      const metas = one.context === "iframe-srcdoc" ? "" : metasOf(one);
      response.setHeader("Content-Type", "text/html").end(`<!doctype html><head>${metas}</head>`);
    }
  };
  const plain = createServer(answer);
  const secure = createSecureServer(
    makeCertificate({ hosts: ["a.test", "b.test", "sub.a.test", "localhost", "127.0.0.1"] }),
    answer,
  );
  const ports = { http: await listen(plain, "127.0.0.1"), https: await listen(secure, "127.0.0.1") };
  return {
    ports,
    serve(pages) {
      served = pages;
    },
    async close() {
      plain.closeAllConnections();
      secure.closeAllConnections();
      await Promise.all([shut(plain), shut(secure)]);
    },
  };
}
