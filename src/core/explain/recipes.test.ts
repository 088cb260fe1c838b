import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { parseSync } from "vite";
import { describe, expect, test, type TestContext } from "vitest";
import { CAUSES, type Cause } from "./cause.ts";
import { copyText, RECIPES, recipesFor, type Recipe, type RecipeCommentId, type RecipeWords } from "./recipes.ts";
import { RECIPE_COMMENTS } from "./recipes/recipe.ts";
import type { Target } from "./target.ts";

const words = Object.fromEntries(RECIPE_COMMENTS.map((id) => [id, `说明：“${id}”, it's one.`])) as Record<
  RecipeCommentId,
  string
> satisfies RecipeWords;

const chat: Target = {
  protocol: "websocket",
  url: "ws://shop.example:8080/chat?room=1",
  isSecure: false,
  host: "shop.example",
  port: 8080,
  path: "/chat?room=1",
  subprotocols: ["graphql-ws", "soap"],
  origin: "https://app.example",
  headers: [],
  namespace: null,
  idleLimit: null,
};
const admin: Target = {
  ...chat,
  protocol: "socketio",
  url: "https://shop.example:8443",
  isSecure: true,
  port: 8443,
  path: "/socket.io/?EIO=4&transport=polling",
  subprotocols: [],
  namespace: "/admin",
};
const everywhere: readonly Target[] = [
  ...[chat, admin].flatMap((target) => [null, 30, 50, 55, 60, 300, 350].map((idleLimit) => ({ ...target, idleLimit }))),
  { ...chat, isSecure: true, port: 8443 },
  { ...chat, host: "::1", origin: "http://localhost:4173" },
  { ...chat, host: "0.0.0.0", port: 5200, origin: "http://localhost:4173" },
  { ...chat, host: "127.0.0.1", port: 5200 },
  { ...admin, host: "shop.herokuapp.com" },
  { ...admin, host: "shop.azurewebsites.net" },
  { ...admin, host: "lb.eu-central-1.elb.amazonaws.com" },
];

/** Causes that a configuration can mend. */
const mendable = (target: Target): readonly Cause[] =>
  CAUSES.filter((cause) => recipesFor(cause, target, words).length > 0);
/** Each recipe once, as its first cause fills it. */
const recipesOf = (target: Target): readonly Recipe[] => {
  const all = CAUSES.flatMap((cause) => recipesFor(cause, target, words));
  return [...new Map(all.map((recipe) => [recipe.id, recipe])).values()];
};
const codeOf = (cause: Cause, target: Target, id: string): string => {
  const recipe = recipesFor(cause, target, words).find((one) => one.id === id);
  return recipe === undefined ? "" : copyText(recipe);
};

const LANGUAGES = {
  shell:
    /^(?:aws-|azure-|cloudflare-|gcp-|heroku-affinity|evolution-(?:instance|global|cors)|sockwright-|uvicorn-|socketio-client-v2|socketio-server-v4|python-socketio-version|gunicorn-)/,
  nginx: /^nginx-(?!ingress)/,
  python: /^(?:python-(?!socketio-version)|flask-socketio-|fastapi-)/,
  script:
    /^(?:ws-|node-|client-|socketio-(?!client-v2|server-v4)|csp-(?!.*meta)|heroku-ping|evolution-apikey|wukongim-connect)/,
  other:
    /^(?:docker-|traefik-|ingress-nginx-|nginx-ingress-|envoy-|wukongim-(?!connect)|apache-|caddy-|haproxy-|csp-.*meta)/,
} as const;
type Language = keyof typeof LANGUAGES;
const isLanguage =
  (language: Language) =>
  ({ id }: Recipe): boolean =>
    LANGUAGES[language].test(id);

const run = (
  program: string,
  args: readonly string[],
  input = "",
): { readonly status: number | null; readonly err: string } => {
  const { status, stderr, error } = spawnSync(program, args, { input, encoding: "utf8" });
  if (error && "code" in error && error.code === "ENOENT") return { status: null, err: `no ${program}` };
  return { status, err: stderr };
};
/** Skips where the machine has no such program; with SOCKWRIGHT_REQUIRE_ALL=1 that is a failure. */
function needs(context: TestContext, program: string, args: readonly string[]): void {
  if (run(program, args).status !== null) return;
  if (process.env["SOCKWRIGHT_REQUIRE_ALL"] === "1") throw new Error(`this machine has no ${program}`);
  context.skip(`this machine has no ${program}`);
}

const scriptFaults = (recipes: readonly Recipe[]): readonly string[] =>
  recipes
    .filter(isLanguage("script"))
    .flatMap((recipe) =>
      parseSync("recipe.js", copyText(recipe)).errors.map(({ message }) => `${recipe.id}: ${message}`),
    );
const pythonFaults = (recipes: readonly Recipe[]): string =>
  run(
    "python3",
    ["-c", "import ast,json,sys\nfor text in json.load(sys.stdin): ast.parse(text)"],
    JSON.stringify(recipes.filter(isLanguage("python")).map(copyText)),
  ).err;
const shellFaults = (recipes: readonly Recipe[]): string =>
  run("sh", ["-n"], recipes.filter(isLanguage("shell")).map(copyText).join("\n")).err;

/** One configuration around all of them: whole server blocks as they are, the rest in servers of their own. */
function nginxConfiguration(recipes: readonly Recipe[], folder: string): string {
  const blocks = recipes.map((recipe, index) => {
    const text = copyText(recipe).replaceAll("/etc/ssl/", `${folder}/`).replaceAll("listen 443", "listen 8443");
    return /^(?:server|upstream)/.test(text) ? text : `server {\nlisten ${String(18_000 + index)};\n${text}}\n`;
  });
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  return [
    `pid ${folder}/pid;`,
    "error_log stderr;",
    "events {}",
    "http {",
    "access_log off;",
    ...paths,
    ...blocks,
    "}",
    "",
  ].join("\n");
}

describe("recipes", () => {
  test("[EX73] one to six for each cause that configuration can mend, with a link to who says so", () => {
    for (const target of everywhere) {
      const lists = CAUSES.map((cause) => recipesFor(cause, target, words));
      expect(lists.filter((recipes) => recipes.length > 6)).toEqual([]);
      expect(lists.filter((recipes) => new Set(recipes.map(({ id }) => id)).size < recipes.length)).toEqual([]);
      const recipes = lists.flat();
      expect(recipes.filter(({ spec }) => !URL.canParse(spec) || !spec.startsWith("https://"))).toEqual([]);
      expect(recipes.filter(({ stack, lines }) => stack === "" || lines.every(({ mark }) => mark !== "+"))).toEqual([]);
      expect(recipes.flatMap(({ lines }) => lines).filter(({ text }) => /\s$|undefined/.test(text))).toEqual([]);
    }
    expect(mendable(chat)).toContain("proxy-no-upgrade");
    expect(mendable(admin)).toContain("socketio-session");
    expect(mendable(chat)).not.toContain("offline");
  });

  test("[EX73] each is of a language that the tests below know, and some cause leads to it", () => {
    const all = [...new Map(everywhere.flatMap(recipesOf).map((recipe) => [recipe.id, recipe])).values()];
    const kinds = Object.keys(LANGUAGES) as Language[];
    expect(all.filter((recipe) => kinds.filter((kind) => isLanguage(kind)(recipe)).length !== 1)).toEqual([]);
    expect(all.map(({ id }) => id).toSorted()).toEqual(Object.keys(RECIPES).toSorted());
  });

  test("[EX74] are filled with the user's port, path, host, origin, subprotocols and namespace", () => {
    expect(codeOf("localhost-family", chat, "ws-listen-families")).toContain('{ host: "::", port: 8080 }');
    expect(codeOf("proxy-no-upgrade", chat, "nginx-upgrade")).toContain("location /chat {");
    expect(codeOf("proxy-no-upgrade", chat, "traefik-labels")).toContain("Host(`shop.example`) && PathPrefix(`/chat`)");
    expect(codeOf("csp", chat, "csp-meta")).toContain("connect-src 'self' ws://shop.example:8080");
    expect(codeOf("csp", admin, "nginx-csp")).toContain("https://shop.example:8443 wss://shop.example:8443");
    expect(codeOf("socketio-cors", admin, "socketio-cors")).toContain('origin: ["https://app.example"]');
    expect(codeOf("subprotocol", chat, "python-subprotocol")).toContain('subprotocols=["graphql-ws", "soap"]');
    expect(codeOf("socketio-namespace", admin, "socketio-namespace")).toContain('io.of("/admin")');
    expect(codeOf("socketio-namespace", admin, "evolution-instance")).toContain("/websocket/set/admin'");
    expect(codeOf("loopback-address", { ...chat, host: "127.0.0.1", port: 5200 }, "wukongim-compose")).toContain(
      'WK_EXTERNAL_WSADDR: "ws://app.example:5200"',
    );
  });

  test("[EX74] an IPv6 address can be no source of a policy: its scheme stands in", () => {
    expect(codeOf("csp", { ...chat, host: "::1" }, "csp-meta")).toContain("connect-src 'self' ws:\"");
  });

  test("[EX74] a page over TLS is not told to use ws:", () => {
    const ids = recipesFor("wrong-scheme", { ...chat, isSecure: true }, words).map(({ id }) => id);
    expect(ids).not.toContain("client-scheme");
    expect(codeOf("wrong-scheme", { ...chat, isSecure: true, origin: "http://a.example" }, "client-scheme")).toContain(
      '"ws://shop.example:8080/chat?room=1"',
    );
  });

  test("[EX75] whose idle limit it was, and where the host is, comes first", () => {
    const first = (target: Target, cause: Cause = "idle-timeout"): string =>
      recipesFor(cause, target, words)[0]?.id ?? "";
    expect(first({ ...chat, idleLimit: 60 })).toBe("nginx-timeouts");
    expect(first({ ...chat, idleLimit: 350 })).toBe("aws-nlb-idle");
    expect(first({ ...chat, idleLimit: 55 })).toBe("heroku-ping");
    expect(first({ ...chat, idleLimit: 300, host: "a.run.app" })).toBe("gcp-run-timeout");
    expect(first(chat)).toBe("ws-ping");
    expect(first(admin)).toBe("socketio-ping-interval");
    expect(first({ ...admin, host: "shop.herokuapp.com" }, "socketio-session")).toBe("heroku-affinity");
    expect(codeOf("idle-timeout", { ...chat, idleLimit: 30 }, "ws-ping")).toContain("}, 15000);");
  });

  test("[EX75] what was wrong is shown and not copied", () => {
    const recipe = recipesFor("idle-timeout", { ...chat, idleLimit: 60 }, words).find(
      ({ id }) => id === "nginx-timeouts",
    );
    expect(recipe?.lines).toContainEqual({ mark: "-", text: "  proxy_read_timeout 60s;" });
    expect(codeOf("idle-timeout", { ...chat, idleLimit: 60 }, "nginx-timeouts")).toBe(
      [
        "location /chat {",
        "  proxy_pass http://127.0.0.1:3000;",
        "  # 说明：“longerThanPing”, it's one.",
        "  proxy_read_timeout 3600s;",
        "  proxy_send_timeout 3600s;",
        "}",
        "",
      ].join("\n"),
    );
  });
});

describe("copied recipes are what their programs read:", () => {
  test("[EX76] JavaScript", () => {
    expect(everywhere.flatMap((target) => scriptFaults(recipesOf(target)))).toEqual([]);
  });

  test("[EX76] Python", (context) => {
    needs(context, "python3", ["-V"]);
    expect(pythonFaults(everywhere.flatMap(recipesOf))).toBe("");
  });

  test("[EX76] shell", () => {
    expect(shellFaults(everywhere.flatMap(recipesOf))).toBe("");
  });

  test("[EX77] nginx, by nginx -t", (context) => {
    needs(context, "nginx", ["-v"]);
    needs(context, "openssl", ["version"]);
    const folder = mkdtempSync(join(tmpdir(), "sockwright-nginx-"));
    try {
      const [key, certificate] = [join(folder, "privkey.pem"), join(folder, "fullchain.pem")];
      const subject = [
        "-subj",
        "/CN=shop.example",
        "-days",
        "2",
        "-nodes",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
      ];
      expect(run("openssl", ["req", "-x509", ...subject, "-keyout", key, "-out", certificate])).toMatchObject({
        status: 0,
      });
      const hostile: Target = { ...chat, host: "a$b~c", path: "/%20%22%7B;$x'\\", origin: "null" };
      for (const target of [chat, { ...admin, idleLimit: 60 }, { ...chat, host: "::1" }, hostile]) {
        const recipes = recipesOf(target).filter(isLanguage("nginx"));
        expect(recipes.length).toBeGreaterThan(5);
        writeFileSync(join(folder, "nginx.conf"), nginxConfiguration(recipes, folder));
        const { status, err } = run("nginx", ["-t", "-q", "-c", join(folder, "nginx.conf"), "-p", folder]);
        expect({ status, faults: err.match(/^.*\[emerg\].*$/gm) ?? [] }).toEqual({ status: 0, faults: [] });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("[EX78] whatever the user's values are", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(..."'\"\\$`{};\n #/*<>-".split("")) }),
    );
    const targets = fc
      .tuple(hostile, hostile, hostile, fc.constantFrom(chat, admin))
      .map(([host, path, name, base]): Target => {
        const namespace = base.namespace === null ? null : `/${name}`;
        return { ...base, host, path: `/${path}`, origin: `https://${name}`, subprotocols: [name, "a'b"], namespace };
      });
    fc.assert(
      fc.property(targets, (target) => {
        const recipes = recipesOf(target);
        expect(scriptFaults(recipes)).toEqual([]);
        expect(shellFaults(recipes)).toBe("");
        expect(recipes.flatMap(({ lines }) => lines).filter(({ text }) => /[\r\n]/.test(text))).toEqual([]);
      }),
      { numRuns: 50 },
    );
    // One start of Python for all of them.
    if (run("python3", ["-V"]).status !== null)
      expect(pythonFaults(fc.sample(targets, 50).flatMap(recipesOf))).toBe("");
  });
});
