import type { HeaderRule } from "./headersFile.ts";

export interface NginxPlace {
  /** where the app is, with a slash at both ends */
  readonly prefix: string;
  /** the folder of the build */
  readonly folder: string;
}

/**
 * The same headers for nginx, as locations of a server. A location's own `add_header` hides those of
 * its server, so that each has all of its own.
 * @see https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header
 */
export function nginxConfig(rules: readonly HeaderRule[], { prefix, folder }: NginxPlace): string {
  const location = (pattern: string, headers: HeaderRule["headers"]): string => {
    const isPrefix = pattern.endsWith("*");
    const path = pattern.replace(/\*$/, "").slice(1);
    return [
      `location ${isPrefix ? "" : "= "}${prefix}${path} {`,
      `  alias ${folder}/${path};`,
      // Goes on to the location of that file.
      ...(path === "" ? ["  index index.html;"] : []),
      `  types { ${TYPES} }`,
      ...headers.map(([name, value]) => `  add_header ${name} "${value}" always;`),
      "}",
    ].join("\n");
  };
  const others = `location ${prefix} {\n  alias ${folder}/;\n  types { ${TYPES} }\n}`;
  return [others, ...rules.map(({ pattern, headers }) => location(pattern, headers))].join("\n");
}

const TYPES =
  "text/html html; text/javascript js; text/css css; image/svg+xml svg; image/png png; font/ttf ttf; " +
  "application/json json; application/manifest+json webmanifest;";
