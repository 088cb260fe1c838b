import type { LabCase } from "./caseLink.ts";
import type { PolicyText } from "./case.ts";

const header = (text: string): PolicyText => ({ delivery: "header", disposition: "enforce", text });
const meta = (text: string): PolicyText => ({ delivery: "meta", disposition: "enforce", text });

const page: LabCase = {
  pageUrl: "https://shop.example/cart",
  targetUrl: "wss://feed.shop.example/v2/stream",
  resource: "websocket",
  context: "window",
  policies: [],
};

/** What there is to learn, each a case that fills the fields; the simplest first. */
export const CASES = {
  "https-not-wss": { ...page, policies: [header("default-src 'self'; connect-src 'self' https:")] },
  self: { ...page, targetUrl: "wss://shop.example:8443/live", policies: [header("connect-src 'self'")] },
  schemeless: { ...page, policies: [header("connect-src 'self' feed.shop.example")] },
  port: {
    ...page,
    targetUrl: "wss://feed.shop.example:8443/",
    policies: [header("connect-src wss://feed.shop.example")],
  },
  "two-policies": {
    ...page,
    policies: [header("default-src 'self'; connect-src wss://feed.shop.example"), meta("default-src 'self'")],
  },
  "report-only": {
    ...page,
    policies: [{ delivery: "header", disposition: "report", text: "connect-src 'none'" }],
  },
  mixed: { ...page, targetUrl: "ws://feed.shop.example/" },
  localhost: { ...page, targetUrl: "ws://localhost:3000/" },
  upgrade: {
    ...page,
    targetUrl: "ws://localhost:3000/",
    policies: [header("connect-src *; upgrade-insecure-requests")],
  },
  ipv6: {
    ...page,
    pageUrl: "http://localhost:8080/",
    targetUrl: "ws://[::1]:3000/",
    policies: [header("connect-src 'self' ws://[::1]:3000")],
  },
  "blocked-port": { ...page, targetUrl: "wss://feed.shop.example:6000/" },
  "worker-blob": { ...page, context: "worker-blob", policies: [header("connect-src 'self'; worker-src blob:")] },
} as const satisfies Record<string, LabCase>;

export type CaseName = keyof typeof CASES;
export const CASE_NAMES = Object.keys(CASES) as readonly CaseName[];

/** Where the lab begins. */
export const firstCase: LabCase = CASES["https-not-wss"];
