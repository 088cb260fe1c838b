import { describe, expect, test } from "vitest";
import { analyseConnect, type ConnectAnalysis } from "./analyseConnect.ts";
import { ENGINES, type ConnectCase, type PolicyEngine, type PolicyText } from "./case.ts";

const header = (text: string): PolicyText => ({ delivery: "header", disposition: "enforce", text });
const meta = (text: string): PolicyText => ({ delivery: "meta", disposition: "enforce", text });
const report = (text: string): PolicyText => ({ delivery: "header", disposition: "report", text });

const base: ConnectCase = {
  pageUrl: "https://shop.example/cart",
  policies: [],
  targetUrl: "wss://api.example/live",
  engine: "chromium",
};
const analyse = (change: Partial<ConnectCase>): ConnectAnalysis => analyseConnect({ ...base, ...change });
const kinds = (change: Partial<ConnectCase>): readonly string[] => analyse(change).warnings.map(({ kind }) => kind);
const byEngine = (change: Partial<ConnectCase>): Readonly<Record<PolicyEngine, string | null>> => {
  const by = (engine: PolicyEngine): string | null => analyse({ ...change, engine }).by;
  return { chromium: by("chromium"), firefox: by("firefox"), webkit: by("webkit") };
};

describe("the policy that decides", () => {
  test("[CP10] is the first enforced one that blocks, with its directive and their places", () => {
    const policies = [header("img-src *"), header("connect-src *, Default-Src 'self'; script-src *")];
    const found = analyse({ policies });
    expect(found).toMatchObject({ allowed: false, by: "csp", policy: 1, part: 1, directive: "default-src" });
    const { start = 0, end = 0 } = found.directiveAt ?? {};
    expect(policies[1]?.text.slice(start, end)).toBe("Default-Src 'self'");
    expect(found.verdicts.map(({ allowed }) => allowed)).toEqual([true, true, false]);
  });

  test("[CP10] when allowed, names the expression that allows, as written", () => {
    const policies = [header("connect-src 'self' WSS://API.example 'none'")];
    const found = analyse({ policies });
    expect(found).toMatchObject({ allowed: true, by: null, policy: 0, directive: "connect-src" });
    expect(found.matchedBy).toBe("WSS://API.example");
  });

  test("[CP11] every one of several has to allow it; report-only ones only complain", () => {
    const policies = [report("connect-src 'none'"), header("connect-src wss:"), meta("default-src 'none'")];
    expect(analyse({ policies })).toMatchObject({ by: "csp", policy: 2, directive: "default-src" });
    const complained = analyse({ policies: policies.slice(0, 2) });
    expect(complained).toMatchObject({ allowed: true, policy: 1 });
    expect(complained.reported.map(({ index, directive }) => [index, directive])).toEqual([[0, "connect-src"]]);
  });

  test("[CP12] the first directive of a name counts, and connect-src before default-src", () => {
    expect(analyse({ policies: [header("connect-src wss:; connect-src 'none'")] }).allowed).toBe(true);
    expect(analyse({ policies: [header("default-src 'none'; connect-src wss:")] }).allowed).toBe(true);
    expect(analyse({ policies: [header("connect-src; default-src *")] }).by).toBe("csp");
  });

  test("[CP13] a report-only <meta> is none, and a worker from the network has no <meta>", () => {
    expect(analyse({ policies: [{ ...meta("connect-src 'none'"), disposition: "report" }] })).toMatchObject({
      allowed: true,
      reported: [],
    });
    const policies = [meta("connect-src 'none'")];
    expect(analyse({ policies, context: "worker-network" }).allowed).toBe(true);
    expect(analyse({ policies, context: "worker-blob" }).by).toBe("csp");
    expect(analyse({ policies, context: "iframe-srcdoc" }).by).toBe("csp");
  });

  test("[CP14] a <meta> is cut at commas, but not by Firefox", () => {
    expect(byEngine({ policies: [meta("connect-src wss:, default-src 'none'")] })).toEqual({
      chromium: "csp",
      firefox: "csp",
      webkit: "csp",
    });
    expect(byEngine({ policies: [meta("img-src *, connect-src 'none'")] })).toEqual({
      chromium: "csp",
      firefox: null,
      webkit: "csp",
    });
  });
});

describe("engines differ", () => {
  test("[CP15] about ws: with a port for wss:, and wss: with port 80", () => {
    const targetUrl = "wss://api.example:8443/";
    expect(byEngine({ targetUrl, policies: [header("connect-src ws://api.example:8443")] })).toEqual({
      chromium: "csp",
      firefox: null,
      webkit: null,
    });
    expect(byEngine({ policies: [header("connect-src wss://api.example:80")] })).toEqual({
      chromium: "csp",
      firefox: null,
      webkit: null,
    });
  });

  test("[CP15] about a query behind host and port, and a wildcard before a path", () => {
    expect(byEngine({ policies: [header("connect-src wss://api.example:*?x")] })).toEqual({
      chromium: "csp",
      firefox: null,
      webkit: "csp",
    });
    expect(byEngine({ policies: [header("connect-src wss://*/live")] })).toEqual({
      chromium: null,
      firefox: "csp",
      webkit: null,
    });
  });

  test("[CP16] about what upgrade-insecure-requests spares", () => {
    const policies = [header("upgrade-insecure-requests")];
    const url = (engine: PolicyEngine, targetUrl: string, pageUrl = base.pageUrl): string | null =>
      analyse({ engine, targetUrl, pageUrl, policies }).effectiveUrl;
    for (const engine of ENGINES) expect(url(engine, "ws://api.example/x")).toBe("wss://api.example/x");
    expect(ENGINES.map((engine) => url(engine, "ws://localhost:3000/"))).toEqual([
      "ws://localhost:3000/",
      "wss://localhost:3000/",
      "wss://localhost:3000/",
    ]);
    expect(url("firefox", "ws://localhost:3000/", "http://127.0.0.1:8080/")).toBe("ws://localhost:3000/");
  });

  test("[CP17] about insecure sockets of a secure page", () => {
    expect(byEngine({ targetUrl: "ws://api.example/" })).toEqual({
      chromium: "mixed-content",
      firefox: "mixed-content",
      webkit: "mixed-content",
    });
    expect(byEngine({ targetUrl: "ws://localhost:3000/" })).toEqual({
      chromium: null,
      firefox: null,
      webkit: "mixed-content",
    });
  });

  test("[CP18] the port, the address and the local network stop it, too", () => {
    expect(byEngine({ targetUrl: "wss://api.example:6000/" }).firefox).toBe("blocked-port");
    expect(byEngine({ pageUrl: "http://a.test/", targetUrl: "ws://0.0.0.0:1234/" })).toEqual({
      chromium: null,
      firefox: "wildcard-address",
      webkit: "wildcard-address",
    });
    const network = { page: "public", permission: "denied" } as const;
    expect(analyse({ targetUrl: "ws://127.0.0.1:3000/", network }).by).toBe("local-network-access");
    expect(analyse({ targetUrl: "ws://127.0.0.1:3000/" }).allowed).toBe(true);
    expect(analyse({ pageUrl: "http://203.0.113.9/", targetUrl: "ws://127.0.0.1:3000/" }).by).toBe(
      "local-network-access",
    );
  });
});

describe("fetch and EventSource", () => {
  test("[CP19] are asked about with their own schemes", () => {
    const policies = [header("connect-src https://api.example")];
    expect(analyse({ policies, targetUrl: "https://api.example/x", resource: "fetch" }).allowed).toBe(true);
    expect(analyse({ policies, targetUrl: "wss://api.example/x" }).by).toBe("csp");
    expect(analyse({ policies, targetUrl: "wss://api.example/x", resource: "eventsource" }).by).toBe("invalid-url");
    expect(analyse({ targetUrl: "http://api.example/", resource: "fetch" }).by).toBe("mixed-content");
    for (const targetUrl of ["data:,x", "blob:https://shop.example/1"])
      expect(byEngine({ targetUrl, resource: "fetch" })).toEqual({ chromium: null, firefox: null, webkit: null });
  });
});

test("[CP19] Chromium asks about a fetch before its upgrade and after, about a socket after alone", () => {
  const policies = [header("upgrade-insecure-requests; connect-src https: wss:")];
  expect(byEngine({ policies, targetUrl: "http://api.example/", resource: "fetch" })).toEqual({
    chromium: "csp",
    firefox: null,
    webkit: null,
  });
  expect(analyse({ policies, targetUrl: "http://api.example/", resource: "eventsource" }).allowed).toBe(true);
  expect(analyse({ policies, targetUrl: "ws://api.example/" }).allowed).toBe(true);
  const early = [header("upgrade-insecure-requests; connect-src http://api.example:81")];
  expect(analyse({ policies: early, targetUrl: "http://api.example:81/", resource: "fetch" }).by).toBe("csp");
});

describe("warnings", () => {
  test.each<[string, Partial<ConnectCase>]>([
    ["http-not-ws", { policies: [header("connect-src https:")] }],
    ["http-not-ws", { policies: [header("connect-src https://api.example")] }],
    ["schemeless-host", { policies: [header("connect-src api.example")] }],
    ["schemeless-host", { policies: [header("connect-src *.example:*")] }],
    ["other-port", { policies: [header("connect-src wss://api.example")], targetUrl: "wss://api.example:8443/" }],
    ["other-path", { policies: [header("connect-src wss://api.example/v1")] }],
    ["port-not-upgraded", { policies: [header("connect-src ws://api.example:81")], targetUrl: "wss://api.example:81" }],
    ["not-a-subdomain", { policies: [header("connect-src wss://*.api.example")] }],
    ["self-is-secure", { policies: [header("connect-src 'self'")], targetUrl: "ws://shop.example/" }],
    ["ipv6-source", { policies: [header("connect-src ws://[::1]:3000")] }],
    ["invalid-source", { policies: [header("connect-src wss://a_b.example")] }],
    ["none-with-others", { policies: [header("connect-src 'none' wss:")] }],
    ["unquoted-keyword", { policies: [header("connect-src self")] }],
    ["missing-semicolon", { policies: [header("connect-src wss: img-src *")] }],
    ["path-query", { policies: [header("connect-src wss://api.example/live?x")] }],
    ["duplicate-directive", { policies: [header("img-src *; img-src 'self'")] }],
    ["unknown-directive", { policies: [header("conect-src *")] }],
    ["obsolete-directive", { policies: [header("block-all-mixed-content")] }],
    ["ignored-in-meta", { policies: [meta("sandbox")] }],
    ["ignored-in-report-only", { policies: [report("upgrade-insecure-requests")] }],
    ["report-only-meta", { policies: [{ ...meta("connect-src *"), disposition: "report" }] }],
    ["meta-in-worker", { policies: [meta("connect-src *")], context: "worker-network" }],
    ["comma-in-meta", { policies: [meta("connect-src wss:, img-src *")] }],
    ["characters", { policies: [header("img-src bücher.example")] }],
    ["sandbox", { policies: [header("sandbox allow-scripts")] }],
    ["upgraded", { policies: [header("upgrade-insecure-requests")], targetUrl: "ws://api.example" }],
    [
      "upgraded-here",
      { policies: [header("upgrade-insecure-requests")], targetUrl: "ws://localhost:1234", engine: "webkit" },
    ],
    ["asks-local-network", { targetUrl: "ws://localhost:3000" }],
    ["wildcard-address", { targetUrl: "ws://0.0.0.0:3000" }],
    ["relative-url", { targetUrl: "ws//api.example" }],
  ])("[CP20] %s", (kind, change) => {
    expect(kinds(change)).toEqual([kind]);
  });

  test("[CP20] none where nothing is odd", () => {
    expect(kinds({ policies: [header("default-src 'none'; connect-src 'self' https: wss://api.example")] })).toEqual(
      [],
    );
  });
});

describe("fixes", () => {
  const texts = (change: Partial<ConnectCase>): readonly (readonly [string, string])[] =>
    analyse(change).fixes.map(({ kind, text }) => [kind, text] as const);
  const first = (change: Partial<ConnectCase>): readonly string[] =>
    (analyse(change).fixes[0]?.policies ?? []).map(({ text }) => text);

  test("[CP21] add the address to connect-src, and nothing else", () => {
    expect(first({ policies: [header("default-src 'self'; connect-src 'self' ; img-src *")] })).toEqual([
      "default-src 'self'; connect-src 'self' wss://api.example ; img-src *",
    ]);
    expect(first({ policies: [header("connect-src 'none'")] })).toEqual(["connect-src wss://api.example"]);
  });

  test("[CP21] leave default-src as it is, and repeat it for connections", () => {
    expect(first({ policies: [header("default-src 'self' https:; img-src *")] })).toEqual([
      "default-src 'self' https:; connect-src 'self' https: wss://api.example; img-src *",
    ]);
  });

  test("[CP21] mend every policy that blocks", () => {
    expect(first({ policies: [header("connect-src *"), header("default-src 'none', connect-src x.example")] })).toEqual(
      ["connect-src *", "default-src 'none'; connect-src wss://api.example, connect-src x.example wss://api.example"],
    );
  });

  test("[CP22] allow the scheme where an address cannot be listed", () => {
    const change = {
      pageUrl: "http://localhost/",
      targetUrl: "ws://[::1]:3000/",
      policies: [header("connect-src 'self'")],
    };
    expect(texts(change)[0]).toEqual(["allow-scheme", "ws:"]);
  });

  test("[CP22] offer the secure address for mixed content, listed where it has to be", () => {
    expect(texts({ targetUrl: "ws://api.example/" })[0]).toEqual(["use-secure-target", "wss://api.example/"]);
    const both = analyse({
      targetUrl: "ws://api.example/",
      policies: [header("connect-src ws://api.example:80 'self'")],
    });
    expect(both.by).toBe("mixed-content");
    expect(both.fixes[0]).toMatchObject({ kind: "use-secure-target", engines: ENGINES });
  });

  test("[CP22] take an upgrade back that leads to this machine", () => {
    const policies = [header("default-src *; upgrade-insecure-requests; img-src *")];
    const change = {
      engine: "firefox",
      policies,
      pageUrl: "http://app.test/",
      targetUrl: "ws://localhost:3000/",
    } as const;
    expect(texts(change)).toEqual([["remove-upgrade", "upgrade-insecure-requests"]]);
    expect(first(change)).toEqual(["default-src *; img-src *"]);
  });

  test("[CP22] mend an address, and a port", () => {
    expect(texts({ targetUrl: "localhost:3000" })[0]).toEqual(["mend-url", "wss://localhost:3000"]);
    expect(texts({ targetUrl: "wss://api.example/#x" })[0]).toEqual(["mend-url", "wss://api.example/"]);
    expect(texts({ targetUrl: "wss://api.example:6000/" })).toEqual([["use-port", "wss://api.example:8080/"]]);
  });
});
