import type { SystemCodes } from "./codeRow.ts";

const RFC_6455 = "https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1";
const IANA = "https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number";

/** What every endpoint means by these numbers. 1012 to 1014 came after the RFC, through the registry. */
export const standardCodes = [
  {
    system: "websocket",
    source: RFC_6455,
    codes: [
      { code: 1000, name: "Normal Closure", retry: "no" },
      { code: 1001, name: "Going Away", retry: "yes" },
      { code: 1002, name: "Protocol Error", retry: "after-fix" },
      { code: 1003, name: "Unsupported Data", retry: "after-fix" },
      { code: 1004, name: "Reserved", retry: "after-fix" },
      { code: 1005, name: "No Status Received", retry: "yes" },
      { code: 1006, name: "Abnormal Closure", retry: "yes" },
      { code: 1007, name: "Invalid Payload Data", retry: "after-fix" },
      { code: 1008, name: "Policy Violation", retry: "after-fix" },
      { code: 1009, name: "Message Too Big", retry: "after-fix" },
      { code: 1010, name: "Mandatory Extension", retry: "after-fix" },
      { code: 1011, name: "Internal Error", retry: "yes" },
      { code: 1012, name: "Service Restart", retry: "yes", source: IANA },
      { code: 1013, name: "Try Again Later", retry: "yes", source: IANA },
      { code: 1014, name: "Bad Gateway", retry: "yes", source: IANA },
      { code: 1015, name: "TLS Handshake", retry: "after-fix" },
    ],
  },
  {
    system: "iana",
    source: IANA,
    codes: [
      { code: 3000, name: "Unauthorized", retry: "after-fix" },
      { code: 3003, name: "Forbidden", retry: "after-fix" },
      { code: 3008, name: "Timeout", retry: "after-fix" },
    ],
  },
] as const satisfies readonly SystemCodes[];
