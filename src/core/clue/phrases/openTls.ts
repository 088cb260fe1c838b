import { notTls } from "../readings.ts";
import { certain, likely, type PhraseFamily } from "../phrase.ts";

/**
 * Certificates and handshakes, as OpenSSL words them in every program that has it in it, and Node's codes for them.
 * @see https://nodejs.org/api/tls.html#x509-certificate-error-codes
 */
export const openTls = {
  tool: "openssl",
  phrases: [
    {
      has: "Hostname/IP does not match certificate's altnames",
      at: /Hostname\/IP does not match certificate's altnames: Host: (?<host>[\w.-]{1,253})\. (?<reason>[^\n]{1,300})/,
      says: [certain("tls")],
    },
    {
      has: ["unable to verify the first certificate", "certificate has expired", "certificate is not yet valid"],
      at: /(?:Error: |certificate verify failed: |certificate problem: |verify error:num=\d+:)?(?<reason>unable to verify the first certificate|certificate has expired|certificate is not yet valid)/,
      says: [certain("tls")],
    },
    {
      has: ["self-signed certificate", "self signed certificate", "unable to get local issuer certificate"],
      at: /(?:Error: |certificate verify failed: |certificate problem: |verify error:num=\d+:|Verify return code: \d+ \()(?<reason>self[- ]signed certificate(?: in certificate chain)?|unable to get local issuer certificate)/,
      says: [certain("tls")],
    },
    {
      has: "certificate verify failed",
      at: /certificate verify failed(?:: (?<reason>[^(\n]{1,200}))?/,
      says: [certain("tls")],
    },
    {
      has: [
        "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
        "DEPTH_ZERO_SELF_SIGNED_CERT",
        "SELF_SIGNED_CERT_IN_CHAIN",
        "UNABLE_TO_GET_ISSUER_CERT",
        "CERT_HAS_EXPIRED",
        "CERT_NOT_YET_VALID",
        "CERT_REVOKED",
        "CERT_UNTRUSTED",
        "ERR_TLS_CERT_ALTNAME_INVALID",
      ],
      at: /\b(?<errno>UNABLE_TO_VERIFY_LEAF_SIGNATURE|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|CERT_REVOKED|CERT_UNTRUSTED|ERR_TLS_CERT_ALTNAME_INVALID)\b/,
      says: [certain("tls")],
      isEcho: true,
    },
    // A TLS server got the first bytes of plain HTTP.
    {
      has: ":http request",
      at: /error:[\dA-Fa-f]{8}:SSL routines:\w{0,60}:(?<reason>http request)\b/,
      says: [certain("wrong-scheme")],
    },
    {
      has: ["wrong version number", "packet length too long"],
      at: /(?:write (?<errno>EPROTO) )?(?:[\dA-F]{8,16}:)?(?:error:[\dA-Fa-f]{8}:SSL routines:\w{0,60}:|SSL routines:\w{0,60}:|\[SSL: [A-Z_]{1,40}\] |TLS connect error: error:[\dA-Fa-f]{8}:SSL routines:\w{0,60}:)(?<reason>wrong version number|packet length too long)/,
      says: notTls,
    },
    {
      has: "ERR_SSL_WRONG_VERSION_NUMBER",
      at: /\b(?<errno>ERR_SSL_WRONG_VERSION_NUMBER)\b/,
      says: notTls,
      isEcho: true,
    },
    {
      has: [" alert ", ":unsupported protocol"],
      at: /SSL routines:\w{0,60}:(?<reason>(?:ssl|tls)v\d{1,2} alert [a-z ]{3,40}|unsupported protocol)/,
      says: [certain("tls")],
    },
    { has: "connect:errno=", at: /(?<!\S)connect:errno=(?:111|61|10061)\b/, says: [certain("refused")], isEcho: true },
    {
      has: "BIO_connect:Connection refused",
      at: /BIO_connect:Connection refused/,
      says: [certain("refused")],
    },
    {
      has: "no peer certificate available",
      at: /(?<!\S)no peer certificate available/,
      says: [likely("wrong-scheme")],
      isEcho: true,
    },
    {
      has: "Verify return code: ",
      at: /Verify return code: (?!0 )\d+ \((?<reason>[^)\n]{1,200})\)/,
      says: [certain("tls")],
      isEcho: true,
    },
  ],
} as const satisfies PhraseFamily;
