/** @see RFC 9110 §5.6.2: a token, which RFC 6455 §4.1 asks of a subprotocol */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** @returns the first that a browser refuses: no token, or there twice, whatever its case says */
export function badSubprotocol(subprotocols: readonly string[]): string | null {
  return subprotocols.find((one, at) => !TOKEN.test(one) || subprotocols.indexOf(one) < at) ?? null;
}
