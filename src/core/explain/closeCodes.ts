/**
 * Close codes with a standard name. @see RFC 6455 §7.4.1 and
 * https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number
 */
const NAMES: Readonly<Record<number, string>> = {
  1000: "Normal Closure",
  1001: "Going Away",
  1002: "Protocol Error",
  1003: "Unsupported Data",
  1005: "No Status Received",
  1006: "Abnormal Closure",
  1007: "Invalid Payload Data",
  1008: "Policy Violation",
  1009: "Message Too Big",
  1010: "Mandatory Extension",
  1011: "Internal Error",
  1012: "Service Restart",
  1013: "Try Again Later",
  1014: "Bad Gateway",
  1015: "TLS Handshake",
  3000: "Unauthorized",
  3003: "Forbidden",
  3008: "Timeout",
};

/** Who may give a code its meaning, by its range. @see RFC 6455 §7.4.2 */
export type CloseCodeRange = "unused" | "protocol" | "library" | "application" | "invalid";

export const closeCodeName = (code: number): string | null => NAMES[code] ?? null;

export function closeCodeRange(code: number): CloseCodeRange {
  if (code < 1000) return "unused";
  if (code < 3000) return "protocol";
  if (code < 4000) return "library";
  return code < 5000 ? "application" : "invalid";
}
