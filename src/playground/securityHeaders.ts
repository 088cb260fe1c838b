import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin, ResolvedConfig } from "vite";
import { headersFor, parseHeadersFile, type HeaderRule } from "./headersFile.ts";
import { nginxConfig } from "./nginxConfig.ts";
import { splitTarget } from "./query.ts";

const policyHeader = "Content-Security-Policy";

/** Directives that a <meta> cannot carry: HTML, "pragma directives", content security policy. */
const headerOnly: readonly string[] = ["frame-ancestors", "report-uri", "sandbox"];

/** The same policy as far as a <meta> can carry it. */
export function policyForMeta(policy: string): string {
  const directives = policy.split(";").map((directive) => directive.trim());
  const kept = directives.filter((directive) => {
    const [name = ""] = directive.split(/\s/);
    return name !== "" && !headerOnly.includes(name.toLowerCase());
  });
  return kept.join("; ");
}

/**
 * Puts the policy right behind the charset: it binds only what comes after it.
 * @throws when the page declares no charset, because it would be built without a policy
 */
export function addPolicy(html: string, policy: string): string {
  const charset = /<meta\s+charset=[^>]*>/i.exec(html);
  if (charset === null) throw new Error('index.html: no <meta charset="…"> to put the policy behind');
  const value = policyForMeta(policy).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const end = charset.index + charset[0].length;
  const meta = `<meta http-equiv="${policyHeader}" content="${value}" />`;
  return `${html.slice(0, end)}\n    ${meta}${html.slice(end)}`;
}

/** The path as `_headers` means it, below the folder that the app is served from. */
function pathInApp(target: string | undefined, base: string): string {
  const { path } = splitTarget(target);
  return base.startsWith("/") && path.startsWith(base) ? path.slice(base.length - 1) : path;
}

function readRules(config: ResolvedConfig): readonly HeaderRule[] {
  return parseHeadersFile(readFileSync(join(config.publicDir, "_headers"), "utf8"));
}

/**
 * Makes `public/_headers` hold where nobody else reads it: `vite preview` sends its headers, and
 * a build carries the page's policy as a <meta> for hosts that cannot send any. Not in `vite`:
 * hot reload needs inline scripts and its own socket.
 */
export function securityHeaders(): Plugin {
  let config: ResolvedConfig | null = null;
  return {
    name: "sockwright:security-headers",
    configResolved(resolved) {
      config = resolved;
    },

    configurePreviewServer(preview) {
      const rules = readRules(preview.config);
      preview.middlewares.use((request, response, next) => {
        const path = pathInApp(request.url, preview.config.base);
        for (const [name, value] of headersFor(rules, path)) response.setHeader(name, value);
        next();
      });
    },

    generateBundle() {
      if (config?.build.ssr !== false) return;
      const comment = "# Inside server { … }: set the prefix and the folder to yours.\n";
      const place = { prefix: "/", folder: "/srv/sockwright" };
      this.emitFile({ type: "asset", fileName: "nginx.conf", source: comment + nginxConfig(readRules(config), place) });
    },

    transformIndexHtml: {
      order: "post",
      handler(html) {
        if (config?.command !== "build") return html;
        const policy = headersFor(readRules(config), "/").get(policyHeader);
        if (policy === undefined) throw new Error(`public/_headers: no ${policyHeader} for "/"`);
        return addPolicy(html, policy);
      },
    },
  };
}
