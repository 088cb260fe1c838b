import fc from "fast-check";
import type { ConnectContext, PolicyEngine, PolicyText, Resource } from "../../src/core/csp/case.ts";

/** Where the pages are served, both on this machine. */
export interface Ports {
  readonly http: number;
  readonly https: number;
}

/** A document or worker with its policies, and what it tries: many targets cost little more than one. */
export interface DiffPage {
  readonly origin: string;
  readonly policies: readonly PolicyText[];
  readonly context: ConnectContext;
  readonly tries: readonly Try[];
}

export interface Try {
  /** Told apart by its `d`, also where a violation names it. */
  readonly targetUrl: string;
  readonly resource: Resource;
}

/** Every name ends in .test, which leads to this machine. */
const NAMES = ["a.test", "b.test", "sub.a.test", "x.sub.a.test"];
const HERE = ["127.0.0.1", "127.0.0.2", "localhost", "foo.localhost", "[::1]"];
const PATHS = ["", "/", "/chat", "/chat/", "/chat/x", "/a%20b", "/chat?x=1", "/%63hat", "//chat"];

export const originsOf = ({ http, https }: Ports): readonly string[] => [
  `http://a.test:${http}`,
  `https://a.test:${https}`,
  `http://127.0.0.1:${http}`,
  `http://localhost:${http}`,
];

const portPart = ({ http, https }: Ports): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(`:${http}`, `:${https}`) },
    { weight: 3, arbitrary: fc.constant("") },
    { weight: 2, arbitrary: fc.constantFrom(":80", ":443", ":8080", ":8443") },
  );

const targetOf = (ports: Ports, resource: Resource): fc.Arbitrary<string> => {
  const schemes = resource === "websocket" ? ["ws", "ws", "wss", "wss", "http", "https"] : ["http", "https", "https"];
  const whole = fc
    .tuple(
      fc.constantFrom(...schemes),
      fc.constantFrom(...NAMES, "A.test", ...HERE),
      portPart(ports),
      fc.constantFrom(...PATHS),
    )
    .map(([scheme, host, port, path]) => `${scheme}://${host}${port}${path}`);
  const odd = [
    "/x",
    "chat",
    `//b.test:${ports.http}/`,
    "?x",
    "ws//b.test",
    "localhost:1",
    "ws://",
    "ftp://a.test/",
    "ws://a.test/#",
    "ws://a.test/#x",
    "ws://::1:1/",
    "ws://a.test:99999/",
  ];
  return fc.oneof({ weight: 14, arbitrary: whole }, { weight: 1, arbitrary: fc.constantFrom(...odd) });
};

const recased = (text: string): fc.Arbitrary<string> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(text) }, { weight: 1, arbitrary: fc.constant(text.toUpperCase()) });

/** Expressions of any kind, about half of them near the target. */
function sourceOf(ports: Ports, target: string): fc.Arbitrary<string> {
  const near = URL.canParse(target) ? new URL(target) : null;
  const hosts = [
    ...NAMES,
    ...HERE,
    "*",
    "*.a.test",
    "*.test",
    "*.sub.a.test",
    "A.Test",
    "a_b.test",
    "a.test.",
    "a..test",
    "*a.test",
  ];
  const host = near ? fc.oneof(fc.constant(near.hostname), fc.constantFrom(...hosts)) : fc.constantFrom(...hosts);
  const port = fc.oneof(
    { weight: 3, arbitrary: near && near.port !== "" ? fc.constant(`:${near.port}`) : fc.constant("") },
    { weight: 2, arbitrary: portPart(ports) },
    { weight: 2, arbitrary: fc.constant(":*") },
    { weight: 1, arbitrary: fc.constantFrom(":080", ":99999", ":", ":8x", ":-1") },
  );
  const path = fc.oneof(
    { weight: 5, arbitrary: fc.constant("") },
    { weight: 3, arbitrary: fc.constantFrom(...PATHS, "/#x", "/a b", "/%zz", "/ü", "?x", "/chat!") },
  );
  const scheme = fc.constantFrom(
    "",
    "ws://",
    "ws://",
    "wss://",
    "wss://",
    "http://",
    "https://",
    "*://",
    "://",
    "ws:/",
  );
  const built = fc.tuple(scheme, host, port, path).map((parts) => parts.join("").replace(/\s/g, "%20"));
  const fixed = fc.constantFrom(
    "'self'",
    "'self'",
    "'none'",
    "*",
    "ws:",
    "wss:",
    "http:",
    "https:",
    "data:",
    "'unsafe-inline'",
    "'nonce-abc'",
    "self",
    "none",
    "'foo'",
    "ws",
    "ws:/",
    "//a.test",
    "'strict-dynamic'",
    "*:*",
    "*:80",
    "wss:a.test",
  );
  return fc.oneof({ weight: 5, arbitrary: built }, { weight: 4, arbitrary: fixed }).chain(recased);
}

function policyOf(ports: Ports, target: string): fc.Arbitrary<string> {
  const list = fc.array(sourceOf(ports, target), { maxLength: 4 }).map((sources) => sources.join(" "));
  const named = (name: string): fc.Arbitrary<string> =>
    fc.tuple(recased(name), list).map(([first, value]) => `${first} ${value}`);
  const directive = fc.oneof(
    { weight: 6, arbitrary: named("connect-src") },
    { weight: 4, arbitrary: named("default-src") },
    { weight: 2, arbitrary: recased("upgrade-insecure-requests") },
    {
      weight: 1,
      arbitrary: fc.oneof(
        named("img-src"),
        named("connect_src"),
        fc.constantFrom("block-all-mixed-content", "", "report-to x", "connect-src1"),
      ),
    },
  );
  return fc
    .tuple(fc.array(directive, { minLength: 1, maxLength: 3 }), fc.constantFrom("; ", ";", " ;", ";;"))
    .map(([directives, by]) => directives.join(by));
}

function textOf(ports: Ports, target: string): fc.Arbitrary<PolicyText> {
  const one = policyOf(ports, target);
  const text = fc.oneof(
    { weight: 6, arbitrary: one },
    { weight: 1, arbitrary: fc.tuple(one, one).map((both) => both.join(", ")) },
  );
  const how = fc.constantFrom<readonly [PolicyText["delivery"], PolicyText["disposition"]]>(
    ["header", "enforce"],
    ["header", "enforce"],
    ["header", "enforce"],
    ["meta", "enforce"],
    ["meta", "enforce"],
    ["header", "report"],
    ["meta", "report"],
  );
  // Headers are octets.
  return fc.tuple(text, how).map(([value, [delivery, disposition]]) => ({
    delivery,
    disposition,
    text: delivery === "header" ? value.replace(/[^\x20-\x7e]/g, "x") : value,
  }));
}

/** Firefox does not come back from workers of a blob in a frame that the parent reaches into. */
const CONTEXTS: Readonly<Record<PolicyEngine, readonly ConnectContext[]>> = {
  chromium: ["window", "window", "window", "worker-network", "worker-blob", "iframe-srcdoc"],
  firefox: ["window", "window", "window", "worker-network", "iframe-srcdoc"],
  webkit: ["window"],
};

const numbered = (targetUrl: string, number: number): string => {
  const [, before = "", after = ""] = /^([^#]*)(.*)$/s.exec(targetUrl) ?? [];
  return `${before}${before.includes("?") ? "&" : "?"}d=${number}${after}`;
};

const aTry = (ports: Ports): fc.Arbitrary<Try> =>
  fc
    .constantFrom<Resource>("websocket", "websocket", "websocket", "websocket", "fetch", "eventsource")
    .chain((resource) => targetOf(ports, resource).map((targetUrl) => ({ resource, targetUrl })));

/** How many targets a page tries. */
export const TRIES = 8;

/** Ports differ from run to run; a seed gives the same pages but for them. */
export const diffPage = (ports: Ports, engine: PolicyEngine): fc.Arbitrary<DiffPage> =>
  fc
    .tuple(
      fc.constantFrom(...originsOf(ports)),
      fc.constantFrom(...CONTEXTS[engine]),
      fc.array(aTry(ports), { minLength: TRIES, maxLength: TRIES }),
    )
    .chain(([origin, context, tries]) =>
      // Near one of the targets: the others are its neighbours.
      fc.array(textOf(ports, tries[0]?.targetUrl ?? ""), { minLength: 1, maxLength: 3 }).map((policies) => ({
        origin,
        context,
        tries: tries.map((one, at) => ({ ...one, targetUrl: numbered(one.targetUrl, at) })),
        // A worker from a blob has to be allowed to begin with.
        policies: context === "worker-blob" ? policies.map(withWorkers) : policies,
      })),
    );

const withWorkers = (policy: PolicyText): PolicyText => ({
  ...policy,
  text: policy.text
    .split(",")
    .map((one) => `worker-src blob:; ${one.trim()}`)
    .join(", "),
});

/** Smaller pages to try: one text, one directive or one source less. */
export function smaller(one: DiffPage): readonly DiffPage[] {
  const { policies } = one;
  const without = policies.map((_, at) => ({ ...one, policies: policies.toSpliced(at, 1) }));
  const shorter = policies.flatMap((policy, at) => {
    const words = policy.text.split(/(?<=[;,])|(?= )/);
    return words.map((_, word) => ({
      ...one,
      policies: policies.with(at, { ...policy, text: words.toSpliced(word, 1).join("") }),
    }));
  });
  const plain = one.context === "window" ? [] : [{ ...one, context: "window" as const }];
  return [...without, ...plain, ...shorter];
}
