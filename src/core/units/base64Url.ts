import { writeBase64 } from "./byteText.ts";

/** For addresses: without padding. @see RFC 4648 §5 */
export const writeBase64Url = (octets: Uint8Array): string =>
  writeBase64(octets).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
