// Above 300 lines: reading the records, the truth they are held against, and the four tests belong together.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Engine, Evidence, Step } from "../../session/evidence.ts";
import type { ProbeId, ProbeOutcome, ProbeResult } from "../../session/probe.ts";
import type { EndCause, Ending } from "../../session/session.ts";
import { hostOf } from "../../csp/network.ts";
import type { Cause } from "../cause.ts";
import { explain } from "../explain.ts";
import { bytes, epochMs, ms } from "../../units/units.ts";

interface MeasuredError {
  readonly message?: string;
  readonly description?: number;
  readonly body?: string;
  readonly data?: unknown;
}

interface MeasuredEvent {
  readonly ms: number;
  readonly type: string;
  readonly code?: number;
  readonly reason?: string;
  readonly wasClean?: boolean;
  readonly protocol?: string;
  readonly data?: string;
  readonly err?: MeasuredError;
  readonly active?: boolean;
  readonly to?: string;
}

interface MeasuredFetch {
  readonly url: string;
  readonly mode: "cors" | "no-cors";
  readonly outcome: "resolved" | "rejected";
  readonly error?: string;
  readonly status?: number;
  readonly body?: string;
  readonly ms?: number;
}

/** What one page saw of one server that fails in a known way. */
interface Measured {
  readonly cause: string;
  readonly group: string;
  readonly engine: Engine;
  /** H: http on loopback, S: https, R: http on a name, P and Q: https and http in the public address space; W, N, B: in a worker. */
  readonly context: string;
  readonly url: string;
  readonly events: readonly MeasuredEvent[];
  readonly final: string | null;
  readonly protocols?: readonly string[] | string;
  readonly readyState?: number;
  readonly wsUrl?: string;
  readonly exception?: { readonly name: string; readonly message: string };
  readonly violations?: readonly {
    directive: string;
    disposition: "enforce" | "report";
    blocked: string;
    policy: string;
  }[];
  readonly probes?: Readonly<Record<string, MeasuredFetch | string>>;
  readonly onLine?: readonly (boolean | null)[];
  readonly probeViolations?: boolean;
}

const readMeasured = (): readonly Measured[] =>
  JSON.parse(readFileSync(new URL("./signals.json", import.meta.url), "utf8")) as Measured[];

/** Our own wait; nothing of what was measured ended by itself after it. */
const PATIENCE = 21_000;
const ORIGINS: Readonly<Record<string, string>> = {
  H: "http://127.0.0.1:4173",
  S: "https://page.lab.example",
  R: "http://page.lab.example",
  P: "https://public.lab.example",
  Q: "http://public.lab.example",
};

/** @returns null where nothing ended */
function evidenceOf(one: Measured): Evidence | null {
  const ending = endingOf(one);
  if (!ending) return null;
  const isSocketIo =
    one.group === "sio-client" || one.cause.startsWith("nginx-no-upgrade-sio") || one.cause === "sio-session-unknown";
  const protocols = typeof one.protocols === "string" ? [one.protocols] : (one.protocols ?? []);
  return {
    version: 1,
    at: epochMs(1_795_168_000_000),
    browser: { engine: one.engine, version: null },
    page: {
      origin: ORIGINS[one.context[0] ?? "H"] ?? "",
      isSecureContext: one.context[0] !== "R" && one.context[0] !== "Q",
    },
    protocol: isSocketIo ? "socketio" : "websocket",
    typed: one.url,
    url: one.url,
    usedUrl: one.wsUrl ?? null,
    subprotocols: protocols,
    socketio: isSocketIo
      ? {
          client: one.cause.startsWith("sio2-") ? "2" : "4",
          namespace: "/",
          path: "/socket.io/",
          transports:
            one.cause.includes("wsonly") || one.cause === "sio-transport-mismatch"
              ? ["websocket"]
              : ["polling", "websocket"],
          withCredentials: false,
          parser: "default",
          headers: [],
        }
      : null,
    retry: 0,
    system: null,
    readyState: one.readyState ?? null,
    steps: one.events.map(stepOf),
    ending,
    violations: (one.violations ?? []).map((violation) => ({ ...violation, where: "page", at: epochMs(0) })),
    onLine: one.onLine?.[0] ?? null,
    sockets: 1,
    permissions: { loopback: null, local: null },
    negotiated: one.events.find(({ type }) => type === "open")?.protocol ?? null,
    transport: null,
    sent: { count: 0, size: bytes(0), last: null },
    received: { count: 0, size: bytes(0), last: null },
    first: one.events.find(({ type }) => type === "message")?.data ?? null,
    earlier: [],
    probes: probesOf(one),
  };
}

const stepOf = (event: MeasuredEvent): Step => ({
  at: ms(event.ms),
  what: event.type === "open" || event.type === "error" ? event.type : "close",
  detail: "",
});

function endingOf(one: Measured): Ending | null {
  const opening = one.events.find(({ type }) => type === "open" || type === "connect");
  const closing = one.events.find(({ type }) => type === "close" || type === "disconnect");
  const errored = one.events.some(({ type }) => type === "error");
  const cause = endCauseOf(one, opening !== undefined);
  if (!cause) return null;
  const last = one.events.findLast(({ type }) => /^(?:close|error|connect_error|disconnect)$/.test(type));
  const end = cause.kind === "connect-timeout" ? PATIENCE : ((closing ?? last)?.ms ?? 0);
  return {
    cause,
    opened: opening !== undefined,
    errored,
    asked: one.group === "client",
    at: epochMs(1_795_168_000_000),
    lasted: ms(end - (opening?.ms ?? 0)),
  };
}

function endCauseOf(one: Measured, opened: boolean): EndCause | null {
  if (one.exception) return { kind: "exception", ...one.exception };
  const failed = opened ? undefined : one.events.find(({ type }) => type === "connect_error");
  if (failed) {
    const { message = "", description, body, data } = failed.err ?? {};
    return {
      kind: "connect-error",
      message,
      data: data === undefined ? null : JSON.stringify(data),
      status: description !== undefined && description > 0 ? description : null,
      body: body === undefined || body === "" ? null : body,
      retries: failed.active ?? true,
    };
  }
  const gone = one.events.find(({ type }) => type === "disconnect");
  if (gone)
    return {
      kind: "disconnect",
      why: gone.reason ?? "",
      code: null,
      reason: null,
      wasClean: null,
      retries: gone.active ?? true,
    };
  const close = one.events.find(({ type }) => type === "close");
  if (close)
    return { kind: "close", code: close.code ?? 1006, reason: close.reason ?? "", wasClean: close.wasClean ?? false };
  if (one.events.some(({ type }) => type === "error")) return { kind: "no-close-event" };
  return one.final === "connecting" ? { kind: "connect-timeout", wait: ms(PATIENCE) } : null;
}

const NAMES: Readonly<Record<string, ProbeId>> = {
  noCors: "http",
  cors: "http-readable",
  sioPolling: "polling",
  otherScheme: "other-scheme",
  wsOtherScheme: "other-scheme-socket",
  ws127: "ipv4",
  wsV6: "ipv6",
  wsLocalhost: "localhost",
};
const SPELLINGS: Readonly<Record<string, string>> = { ipv4: "127.0.0.1", ipv6: "::1", localhost: "localhost" };

function probesOf(one: Measured): readonly ProbeResult[] {
  const host = URL.canParse(one.url) ? hostOf(new URL(one.url)) : "";
  return Object.entries(one.probes ?? {}).flatMap(([name, result]): ProbeResult[] => {
    const id = NAMES[name];
    if (id === undefined || SPELLINGS[id] === host) return [];
    const isFetch = typeof result !== "string";
    const outcome = isFetch ? fetchOutcome(result) : socketOutcome(result);
    return [
      {
        id,
        by: isFetch ? "fetch" : "socket",
        url: isFetch ? result.url : one.url,
        mode: isFetch ? result.mode : null,
        subprotocols: [],
        at: epochMs(0),
        took: ms(0),
        outcome: one.probeViolations === true ? { kind: "blocked" } : outcome,
      },
    ];
  });
}

function fetchOutcome({ outcome, error = "", status = 0, body }: MeasuredFetch): ProbeOutcome {
  if (outcome === "resolved") return { kind: "answered", status: status > 0 ? status : null, body: body ?? null };
  return /TimeoutError|AbortError/.test(error) ? { kind: "timeout" } : { kind: "rejected", name: error };
}

function socketOutcome(text: string): ProbeOutcome {
  if (text.startsWith("open@")) return { kind: "opened", subprotocol: "", first: null };
  return text.startsWith("still")
    ? { kind: "timeout" }
    : { kind: "not-opened", code: Number(/close (\d+)/.exec(text)?.[1] ?? 0) || null };
}

/**
 * What was really the matter, by what the records call it (the first pattern that fits). A certain
 * finding must be one of these; any other must have one of these among what it lists.
 */
const TRUTH: readonly (readonly [RegExp, readonly Cause[]])[] = [
  [/^client-|^sio2-to-sio2$|^sio-url-ws-scheme$/, ["client-closed"]],
  [/^close-1008$/, ["auth-after-open", "close-code"]],
  [/^close-1009$/, ["payload-too-big"]],
  [/^close-(?:1-byte|reason-bad-utf8|wire-|rst-after|1012|1013)/, ["close-code", "protocol-violation"]],
  [/^close-/, ["close-code"]],
  [/^process-/, ["process-ended"]],
  [/^nginx-idle/, ["idle-timeout"]],
  [/^csp-report-only|^csp-worker-own|^mixed-192-options/, ["mixed-content", "invalid-subprotocol"]],
  [/^csp-/, ["csp"]],
  [/^m-127-other/, ["csp", "refused"]],
  [/^m-self-same-wss/, ["tls", "wrong-scheme", "refused", "csp"]],
  [/^m-/, ["csp"]],
  [/^frame-/, ["protocol-violation"]],
  [/^hs-other-subprotocol|^proto-dup-case/, ["http-answer", "subprotocol", "bad-handshake"]],
  [/^hs-/, ["http-answer", "bad-handshake"]],
  // Chromium rejects the probe for a 407, and nothing else speaks.
  [/^http-407/, ["http-answer", "refused"]],
  [/^http-|^tls-404|^nginx-dead|^nginx-wrong/, ["http-answer"]],
  [/^lna-192/, ["local-network-access", "mixed-content"]],
  [/^lna-/, ["local-network-access"]],
  [/^ws-options-bag/, ["invalid-subprotocol"]],
  [/^mixed-/, ["mixed-content"]],
  [/^accept-fin/, ["reset"]],
  [/^dns-/, ["dns"]],
  [/^garbage/, ["other-protocol"]],
  [/^refused-|^throttle-|^url-127/, ["refused"]],
  [/^offline/, ["offline"]],
  [/^stall/, ["no-answer"]],
  [/^url-0/, ["wildcard-address"]],
  [/^v[46]only/, ["localhost-family"]],
  [/^nginx-no-upgrade/, ["proxy-no-upgrade"]],
  [/^nginx-plain-to-https|^ws-to-tls|^wss-to-plain|^sio-https-to-plain|^uir-127-tls/, ["wrong-scheme"]],
  [/^port-/, ["blocked-port"]],
  [/^sio-404|^sio-wrong-path/, ["socketio-path"]],
  [/^sio-cors|^sio2-to-sio4-nocors/, ["socketio-cors"]],
  [/^sio2-to-sio4-origin/, ["socketio-version", "http-answer"]],
  [/^sio4-to-sio2/, ["socketio-version"]],
  [/^sio4-to-rawws/, ["not-socketio"]],
  [/^sio-max-payload/, ["payload-too-big", "dropped"]],
  [/^sio-selfsigned|^tls-/, ["tls"]],
  [/^sio-server-disconnect/, ["server-disconnect"]],
  [/^sio-session/, ["socketio-session"]],
  [/^sio-transport/, ["socketio-transport"]],
  [/^sio-url-path/, ["socketio-namespace"]],
  [/^raw-/, ["socketio-behind-raw"]],
  // Firefox upgrades nothing in workers: an http worker then meets the TLS port, an https one is mixed.
  [/^uir-remote$/, ["csp-upgrade", "mixed-content", "wrong-scheme"]],
  [/^uir-plus/, ["csp", "csp-upgrade"]],
  [/^uir-/, ["csp-upgrade"]],
  [/^proto-/, ["invalid-subprotocol"]],
  [/^url-/, ["invalid-url"]],
];

/** WebKit lets no insecure socket of an https page through, whatever else was tried there. */
const truthOf = (one: Measured): readonly Cause[] => {
  const truth = TRUTH.find(([name]) => name.test(one.cause))?.[1] ?? [];
  const isMixedToo = one.engine === "webkit" && one.context.startsWith("S") && !one.url.startsWith("wss:");
  return isMixedToo ? [...truth, "mixed-content"] : truth;
};

const records = readMeasured().flatMap((one) => {
  const evidence = evidenceOf(one);
  return evidence === null ? [] : [{ one, evidence, diagnosis: explain(evidence), truth: truthOf(one) }];
});
const nameOf = ({ one }: (typeof records)[number]): string => `${one.engine} ${one.context} ${one.cause}`;

describe("given what was measured of causes that are known", () => {
  test("[EX1] every record has a truth to be held against", () => {
    expect(records.filter(({ truth }) => truth.length === 0).map(nameOf)).toEqual([]);
    expect(records.length).toBeGreaterThan(600);
  });

  test("[EX2] a certain finding is never a wrong one", () => {
    const certainOnes = records.filter(({ diagnosis }) => diagnosis.findings[0].certainty === "certain");
    const wrong = certainOnes.filter(({ diagnosis: { findings }, truth }) => {
      const [first, ...rest] = findings;
      return !truth.includes(first.cause) && !(first.isClass && rest.some(({ cause }) => truth.includes(cause)));
    });
    // oxlint-disable-next-line no-console -- the count is part of the report
    console.log(
      `explained ${records.length} records, ${certainOnes.length} of them certain; wrong "certain": ${wrong.length}`,
    );
    expect(wrong.map(nameOf)).toEqual([]);
  });

  test("[EX3] the right cause comes first, or stands in the class that a page cannot split", () => {
    const missed = records.filter(
      ({ diagnosis, truth }) => !diagnosis.findings.some(({ cause }) => truth.includes(cause)),
    );
    expect(
      missed.map((record) => `${nameOf(record)}: ${record.diagnosis.findings.map(({ cause }) => cause).join(" ")}`),
    ).toEqual([]);
  });

  test("[EX3] what is ruled out is not the truth", () => {
    const wrong = records.filter(
      ({ diagnosis, truth }) => truth.length === 1 && truth.some((cause) => diagnosis.ruledOut.includes(cause)),
    );
    expect(wrong.map(nameOf)).toEqual([]);
  });
});
