import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPolicies } from "./findPolicies.ts";

const WANTED = "default-src 'self'; connect-src 'self' wss://api.example";

describe("a policy is found", () => {
  test.each([
    ["in a header line", `Content-Security-Policy: ${WANTED}`],
    ["whatever the case", `content-security-policy:${WANTED}\r\n`],
    ["in nginx", `add_header Content-Security-Policy "${WANTED}" always;`],
    [
      "in nginx over several lines",
      `  add_header Content-Security-Policy "default-src 'self';\n    connect-src 'self' wss://api.example" always;`,
    ],
    [
      "in Apache",
      `Header always set Content-Security-Policy "default-src 'self'; \\\n  connect-src 'self' wss://api.example"`,
    ],
    ["in Caddy", `header Content-Security-Policy "${WANTED}"`],
    ["in HAProxy", `http-response set-header Content-Security-Policy "${WANTED}"`],
    ["in IIS", `<add name="Content-Security-Policy" value="${WANTED}" />`],
    ["in YAML", `customResponseHeaders:\n  Content-Security-Policy: "${WANTED}"`],
    [
      "in a YAML block",
      `headers:\n  Content-Security-Policy: >-\n    default-src 'self';\n    connect-src 'self' wss://api.example\n  X-Other: 1`,
    ],
    [
      "in a YAML block of Windows",
      `Content-Security-Policy: |\r\n  default-src 'self';\r\n\r\n  connect-src 'self' wss://api.example\r\nX-Other: 1`,
    ],
    [
      "in a header that is wrapped, with the line ends of Windows",
      `Content-Security-Policy: default-src 'self';\r\n  connect-src 'self' wss://api.example\r\nX-Other: 1\r\n`,
    ],
    ["in TOML", `[headers.values]\nContent-Security-Policy = "${WANTED}"`],
    ["in JSON", JSON.stringify({ headers: { "Content-Security-Policy": WANTED } })],
    ["in Traefik", `contentSecurityPolicy: "${WANTED}"`],
    ["in Express", `res.setHeader("Content-Security-Policy", "${WANTED}");`],
    [
      "in added strings",
      `res.set('Content-Security-Policy', "default-src 'self'; " +\n  "connect-src 'self' wss://api.example");`,
    ],
    [
      "in a joined list",
      `res.set("Content-Security-Policy", ["default-src 'self'", "connect-src 'self' wss://api.example"].join("; "))`,
    ],
    ["in Next.js", `{ key: "Content-Security-Policy", value: "${WANTED}" }`],
    ["in Python", `response.headers["Content-Security-Policy"] = "${WANTED}"`],
    ["in Spring", `.contentSecurityPolicy(csp -> csp.policyDirectives("${WANTED}"))`],
    ["alone", `\n  ${WANTED}`],
    [
      "alone in a template",
      `const csp = \`\n  default-src 'self';\n  connect-src 'self' wss://api.example\n\`;\nvalue: csp`,
    ],
  ])("[CF1] %s", (_, text) => {
    expect(findPolicies(text).map((one) => [one.delivery, one.disposition, one.text])).toEqual([
      ["header", "enforce", WANTED],
    ]);
  });

  test("[CF2] in a <meta>, with its attributes in any order and entities", () => {
    const found = findPolicies(
      `<head><meta content="default-src &#39;self&#39;; connect-src ws:" http-equiv='Content-Security-Policy'></head>`,
    );
    expect(found).toMatchObject([
      { delivery: "meta", disposition: "enforce", text: "default-src 'self'; connect-src ws:", foundIn: "meta" },
    ]);
  });

  test("[CF2] a name that is no entity stays as it is", () => {
    const [found] = findPolicies(
      `<meta http-equiv="Content-Security-Policy" content="connect-src &constructor; &amp;">`,
    );
    expect(found?.text).toBe("connect-src &constructor; &");
  });

  test("[CF3] in an answer of curl -I, each of them", () => {
    const found = findPolicies(
      "HTTP/2 200\r\nserver: nginx\r\ncontent-security-policy: default-src 'self'\r\nContent-Security-Policy-Report-Only: connect-src 'none'\r\ncontent-security-policy: connect-src wss:, img-src *\r\ndate: now\r\n",
    );
    expect(found.map((one) => [one.disposition, one.text])).toEqual([
      ["enforce", "default-src 'self'"],
      ["report", "connect-src 'none'"],
      ["enforce", "connect-src wss:, img-src *"],
    ]);
  });

  test("[CF4] in Helmet's options, with its defaults unless they are off", () => {
    const options = `app.use(helmet({ contentSecurityPolicy: { directives: {
      "script-src": ["'self'", (req, res) => res.locals.nonce],
      connectSrc: ["'self'", "wss://api.example"],
      upgradeInsecureRequests: null } } }));`;
    const [found] = findPolicies(options);
    expect(found?.text).toBe(
      "script-src 'self'; connect-src 'self' wss://api.example; default-src 'self'; base-uri 'self'; font-src 'self' https: data:; form-action 'self'; frame-ancestors 'self'; img-src 'self' data:; object-src 'none'; script-src-attr 'none'; style-src 'self' https: 'unsafe-inline'",
    );
    expect(findPolicies("app.use(helmet());")[0]?.text).toContain("upgrade-insecure-requests");
    const bare = findPolicies(
      `contentSecurityPolicy({ useDefaults: false, reportOnly: true, directives: { connectSrc: ["ws:"] } })`,
    );
    expect(bare).toMatchObject([{ disposition: "report", text: "connect-src ws:", foundIn: "helmet" }]);
  });
});

describe("nothing is found", () => {
  test.each([
    ["in comments", `# add_header Content-Security-Policy "${WANTED}";`],
    ["in a commented tag", `<!-- <meta http-equiv="Content-Security-Policy" content="${WANTED}"> -->`],
    ["in a name without a policy", "We need a Content-Security-Policy soon."],
    ["in other text", "hello world"],
    ["in nothing", ""],
  ])("[CF5] %s", (_, text) => {
    expect(findPolicies(text)).toEqual([]);
  });
});

test("[CF6] any text is read in bounded time, and never throws", () => {
  const words = fc.constantFrom(
    "Content-Security-Policy",
    "<meta ",
    "content=",
    '"',
    "'",
    "`",
    "[",
    "]",
    "{",
    "}",
    "\\",
    "\n",
    "\r\n",
    "|\r\n  ",
    ":",
    "directives: {",
    "connect-src",
    "helmet(",
    ".join(",
    "+",
    "<!--",
    ">",
    " ",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 60 }), (parts) => {
      for (const { text, start } of findPolicies(parts.join("")))
        expect([typeof text, start >= 0]).toEqual(["string", true]);
    }),
    { numRuns: 500 },
  );
  const start = performance.now();
  for (const part of [
    'Content-Security-Policy: "',
    "<meta ",
    "directives: { a: [",
    "`connect-src ",
    "<!--",
    "\\\n",
    "Content-Security-Policy\n ",
  ])
    findPolicies(part.repeat(40_000));
  // What a pattern must not try in every way that there is.
  findPolicies(`directives: { ${"a".repeat(60)} }`);
  findPolicies(`<meta http-equiv="Content-Security-Policy" ${"a".repeat(99_000)}`.repeat(5));
  findPolicies("Content-Security-Policy: default-src a ".repeat(26_000));
  findPolicies("Content-Security-Policy: [ ".repeat(38_000));
  expect(performance.now() - start).toBeLessThan(10_000);
});
