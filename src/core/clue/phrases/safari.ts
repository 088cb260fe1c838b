import { certain, likely, possible, type Phrase, type PhraseFamily } from "../phrase.ts";

/** Foundation's description of an error, after WebKit's own words: the newer and the older of these. */
const failed = (what: string, says: Phrase["says"]): Phrase => ({
  has: ["WebSocket connection to '", "WebSocket network error: "],
  at: new RegExp(
    String.raw`(?:WebSocket connection to '(?<url>[^'\n]{1,2000})' failed: |WebSocket network error: )(?<reason>${what})`,
  ),
  says,
});

/** @see https://developer.apple.com/documentation/foundation/urlerror-swift.struct/code */
export const safari = {
  tool: "safari",
  phrases: [
    failed("There was a bad response from the server", [likely("http-answer"), possible("bad-handshake")]),
    failed("Could not connect to the server", [likely("refused"), possible("unreachable")]),
    failed("The network connection was lost", [likely("dropped"), possible("reset")]),
    failed("A server with the specified hostname could not be found", [certain("dns")]),
    failed("The request timed out", [certain("no-answer")]),
    failed("The Internet connection appears to be offline", [likely("offline")]),
    failed(
      "(?:The certificate for this server is invalid|An SSL error has occurred and a secure connection to the server cannot be made)[^\\n]{0,200}",
      [certain("tls")],
    ),
    // Secure Transport's errors are those from -9800 to -9899.
    failed(String.raw`The operation couldn[’']t be completed\. \(OSStatus error -98\d\d\.\)`, [certain("tls")]),
    failed(String.raw`The operation couldn[’']t be completed\. Connection refused`, [certain("refused")]),
    {
      has: "directive of the Content Security Policy.",
      at: /Refused to connect to (?<blockedUri>\S{1,2000}) because it (?:does not appear in the (?<directive>[\w-]{1,40}) directive|appears in neither the connect-src directive nor the default-src directive) of the Content Security Policy\./,
      says: ({ line }) => (/\[report only\]/i.test(line) ? [] : [certain("csp")]),
    },
  ],
} as const satisfies PhraseFamily;
