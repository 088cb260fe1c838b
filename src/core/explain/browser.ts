import type { Engine } from "../session/evidence.ts";

export interface Browser {
  readonly engine: Engine;
  /** The major version; null: not told. */
  readonly version: number | null;
}

/** @see https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/User-Agent */
export function readBrowser(userAgent: string): Browser {
  const version = (name: string): number | null => {
    const found = new RegExp(`${name}/(\\d+)`).exec(userAgent)?.[1];
    return found === undefined ? null : Number(found);
  };
  const firefox = version("Firefox");
  if (firefox !== null) return { engine: "firefox", version: firefox };
  const chromium = version("(?:Headless)?Chrom(?:e|ium)");
  if (chromium !== null) return { engine: "chromium", version: chromium };
  return userAgent.includes("AppleWebKit")
    ? { engine: "webkit", version: version("Version") }
    : { engine: "unknown", version: null };
}
