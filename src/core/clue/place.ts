import type { ClueDetail } from "./clue.ts";

const DEFAULT_PORT: Readonly<Record<string, number>> = { ws: 80, http: 80, wss: 443, https: 443 };

type Place = Pick<ClueDetail, "host" | "port" | "family">;

const familyOf = (host: string): Place["family"] | null =>
  host.includes(":") ? "IPv6" : /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) ? "IPv4" : null;

/** @param host with or without brackets */
export function placeOf(host: string, port: string | number | null): Place {
  const name = host.replace(/^\[|\]$/g, "").toLowerCase();
  const family = familyOf(name);
  const value = port === null || port === "" ? null : Number(port);
  return {
    ...(name === "" ? {} : { host: name }),
    ...(value === null || !Number.isInteger(value) || value < 1 || value > 65_535 ? {} : { port: value }),
    ...(family && { family }),
  };
}

/** `host:port`, `[::1]:port`, `::1:port`, or a host alone. */
export function placeOfPair(pair: string): Place {
  const parts = /^(\[[^\]]*\]|.*?)(?::(\d{1,5}))?$/.exec(pair);
  return placeOf(parts?.[1] ?? pair, parts?.[2] ?? null);
}

/** Host and port of an address, the usual port where it names none. Nothing, where it is none. */
export function placeOfUrl(url: string): Place {
  const parts = /^(wss?|https?):\/\/(?:[^/?#@\s]*@)?(\[[^\]/?#]*\]|[^:/?#\s]*)(?::(\d{1,5}))?/i.exec(url);
  if (!parts) return {};
  const [, scheme = "", host = "", port] = parts;
  return placeOf(host, port ?? DEFAULT_PORT[scheme.toLowerCase()] ?? null);
}
