import { hostKind, isLoopback } from "../units/host.ts";
import type { PolicyEngine } from "./case.ts";

/** @see https://wicg.github.io/local-network-access/#ip-address-space */
export type AddressSpace = "public" | "local" | "loopback";

/** @see https://fetch.spec.whatwg.org/#port-blocking */
const BAD_PORTS: ReadonlySet<number> = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

export const isBadPort = (port: number): boolean => BAD_PORTS.has(port);

export const portOf = ({ port, protocol }: URL): number =>
  port !== "" ? Number(port) : protocol === "wss:" || protocol === "https:" ? 443 : 80;

export const isSecure = ({ protocol }: URL): boolean => protocol === "wss:" || protocol === "https:";
/** What has no server, such as `data:`, is neither. */
const isInsecure = ({ protocol }: URL): boolean => protocol === "ws:" || protocol === "http:";
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "");

/** The two ends of a connection, as they are known before it is made. */
export interface Outlook {
  readonly engine: PolicyEngine | "unknown";
  /** Origin of the page that connects. */
  readonly origin: string;
  readonly url: string;
}

/**
 * Whether an insecure connection from a secure page is blocked. Chromium lets loopback and addresses
 * of a private network pass, Firefox loopback only, WebKit nothing.
 * @see https://w3c.github.io/webappsec-mixed-content/
 */
export function isMixed({ engine, origin, url }: Outlook): boolean {
  if (!origin.startsWith("https:") || !URL.canParse(url) || !isInsecure(new URL(url))) return false;
  const kind = hostKind(hostOf(new URL(url)));
  switch (engine) {
    case "webkit":
      return true;
    case "firefox":
      return kind !== "loopback" && kind !== "localhost";
    case "chromium":
      return kind === "name" || kind === "short-name" || kind === "public";
    case "unknown":
      return kind === "name" || kind === "public";
  }
}

/** Whether a local network permission of the browser decides: a page from elsewhere, a target close by. */
export function needsLocalNetwork({ engine, origin, url }: Outlook): "loopback" | "local" | null {
  if ((engine !== "chromium" && engine !== "firefox") || !URL.canParse(url) || !URL.canParse(origin)) return null;
  const page = hostKind(hostOf(new URL(origin)));
  if (page === "loopback" || page === "localhost") return null;
  const host = hostOf(new URL(url));
  if (isLoopback(host)) return "loopback";
  const kind = hostKind(host);
  return (kind === "private" || kind === "local-name") && page !== "private" && page !== "local-name" ? "local" : null;
}

/** Whether `new WebSocket()` takes an address; a fragment, even an empty one, it does not. */
export const isSocketUrl = (url: string): boolean =>
  URL.canParse(url) && /^(?:wss?|https?):$/.test(new URL(url).protocol) && !url.includes("#");

/** What an address says of where it is; null: a name, which may be anywhere. */
export function addressSpaceOf(host: string): AddressSpace | null {
  switch (hostKind(host)) {
    case "loopback":
    case "localhost":
      return "loopback";
    case "private":
    case "local-name":
      return "local";
    case "public":
      return "public";
    case "wildcard":
    case "short-name":
    case "name":
      return null;
  }
}
