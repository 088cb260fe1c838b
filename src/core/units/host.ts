/** What an address says about where a host is; a name of the public DNS may still lead anywhere. */
export type HostKind =
  | "loopback"
  | "localhost"
  | "wildcard"
  | "private"
  | "local-name"
  | "short-name"
  | "public"
  | "name";

const octetsOf = (host: string): readonly number[] | null => {
  const parts = host.split(".");
  const octets = parts.map(Number);
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part)) && octets.every((octet) => octet < 256)
    ? octets
    : null;
};

/**
 * @param host without brackets, as `URL.hostname` gives it or typed
 * @see RFC 1918, RFC 3927, RFC 4193, RFC 6761 §6.3, https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
 */
export function hostKind(host: string): HostKind {
  const name = host
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");
  const octets = octetsOf(name);
  if (octets) return ipv4Kind(octets);
  if (name.includes(":")) return ipv6Kind(name);
  if (name === "localhost" || name.endsWith(".localhost")) return "localhost";
  if (name.endsWith(".local")) return "local-name";
  return name.includes(".") ? "name" : "short-name";
}

function ipv4Kind([first = 0, second = 0, third = 0, fourth = 0]: readonly number[]): HostKind {
  if (first === 127) return "loopback";
  if (first + second + third + fourth === 0) return "wildcard";
  const isPrivate =
    first === 10 ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254) ||
    (first === 100 && second >= 64 && second < 128);
  return isPrivate ? "private" : "public";
}

function ipv6Kind(address: string): HostKind {
  if (address === "::1") return "loopback";
  if (/^[0:]+$/.test(address)) return "wildcard";
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address);
  if (mapped) {
    const [high, low] = [parseInt(mapped[1] ?? "0", 16), parseInt(mapped[2] ?? "0", 16)];
    return ipv4Kind([high >> 8, high & 255, low >> 8, low & 255]);
  }
  return /^(?:f[cd]|fe[89ab])/.test(address) ? "private" : "public";
}

/** On the reader's own machine. */
export const isLoopback = (host: string): boolean => ["loopback", "localhost"].includes(hostKind(host));

/** An address, as opposed to a name that must be looked up. */
export const isLiteral = (host: string): boolean =>
  ["loopback", "wildcard", "private", "public"].includes(hostKind(host));
