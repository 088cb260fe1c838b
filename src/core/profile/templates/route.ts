import { hostKind } from "../../units/host.ts";

/** What keeps a client from an announced address. @see WuKongIM, GET /route */
export type RouteFault =
  | "no-address"
  | "empty-host"
  | "wildcard"
  | "loopback"
  | "container"
  | "private"
  | "mixed-content"
  | "bad-address"
  | "not-route";

/** @property url as announced; empty: nothing was */
export interface Announced {
  readonly name: "ws_addr" | "wss_addr" | "";
  readonly url: string;
  /** null: a client at this place can use it */
  readonly fault: RouteFault | null;
}

/**
 * What a server's `/route` tells clients to connect to, and whether that can work from here.
 * @param answer body of `GET /route?uid=…`
 * @param asked the address it was fetched from: who reaches it by loopback may be sent to loopback
 */
export function judgeRoute(answer: string, asked: string, isSecurePage: boolean): readonly Announced[] {
  const route = readRoute(answer);
  if (route === null) return [{ name: "", url: "", fault: "not-route" }];
  const found = (["wss_addr", "ws_addr"] as const).flatMap((name): readonly Announced[] => {
    const url = route[name];
    return typeof url === "string" && url !== "" ? [{ name, url, fault: faultOf(url, asked, isSecurePage) }] : [];
  });
  return found.length > 0 ? found : [{ name: "", url: "", fault: "no-address" }];
}

function readRoute(answer: string): Readonly<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(answer);
    const keys = Object(read) as Readonly<Record<string, unknown>>;
    return ["ws_addr", "wss_addr", "tcp_addr"].some((name) => Object.hasOwn(keys, name)) ? keys : null;
  } catch {
    return null;
  }
}

function faultOf(announced: string, asked: string, isSecurePage: boolean): RouteFault | null {
  if (/^wss?:\/\/(?::|\/|$)/i.test(announced)) return "empty-host";
  if (!/^wss?:\/\//i.test(announced) || !URL.canParse(announced)) return "bad-address";
  const { hostname, protocol } = new URL(announced);
  const kind = hostKind(hostname);
  const from = URL.canParse(asked) ? hostKind(new URL(asked).hostname) : "name";
  const isLocal = from === "loopback" || from === "localhost";
  if (kind === "wildcard") return "wildcard";
  if ((kind === "loopback" || kind === "localhost") && !isLocal) return "loopback";
  // Docker's networks begin at 172.17; 172.16 is more often a company's.
  if (/^172\.(?:1[7-9]|2\d|3[01])\./.test(hostname) && from !== "private") return "container";
  if (kind === "private" && from !== "private" && !isLocal) return "private";
  if (isSecurePage && protocol === "ws:" && kind !== "loopback" && kind !== "localhost") return "mixed-content";
  return null;
}
