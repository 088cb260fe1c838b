import { answered, byCode, byStatus, refusedAt } from "../readings.ts";
import { certain, likely, possible, type PhraseFamily } from "../phrase.ts";

/** @see https://github.com/dotnet/runtime src/libraries/System.Net.WebSockets.Client/src/Resources/Strings.resx */
export const dotnet = {
  tool: "dotnet",
  phrases: [
    {
      has: "The server returned status code '",
      at: /The server returned status code '(?<status>\d{3})' when status code '101' was expected/,
      says: byStatus,
    },
    {
      has: "was missing the required header '",
      at: /The server's response was missing the required header '(?<header>[^'\n]{1,60})'/,
      says: [certain("bad-handshake")],
    },
    {
      has: "The 'Sec-WebSocket-Accept' header value",
      at: /The '(?<header>Sec-WebSocket-Accept)' header value '[^'\n]{0,120}' is invalid/,
      says: [certain("bad-handshake")],
    },
    {
      has: "but server is only accepting '",
      at: /The WebSocket client request requested '(?<subprotocol>[^'\n]{0,200})' protocol\(s\), but server is only accepting '[^'\n]{0,200}' protocol\(s\)/,
      says: [certain("subprotocol")],
    },
    {
      has: "Only Uris starting with 'ws://' or 'wss://'",
      at: /Only Uris starting with 'ws:\/\/' or 'wss:\/\/' are supported/,
      says: [certain("invalid-url")],
    },
    {
      has: "The remote party closed the WebSocket connection",
      at: /The remote party closed the WebSocket connection without completing the close handshake/,
      says: [certain("dropped")],
    },
    {
      has: "the target machine actively refused it",
      at: /No connection could be made because the target machine actively refused it\.?(?: \(?(?<pair>\[[\dA-Fa-f:]{2,45}\]:\d{1,5}|[\w.-]{1,253}:\d{1,5})\)?)?/,
      says: refusedAt,
    },
    {
      has: "No such host is known",
      at: /No such host is known\.?(?: \((?<pair>[\w.-]{1,253}:\d{1,5})\))?/,
      says: [certain("dns")],
    },
    {
      has: "The remote certificate is invalid",
      at: /The remote certificate is invalid (?:according to the validation procedure|because of errors in the certificate chain)(?:: (?<reason>[^\n.]{1,120}))?/,
      says: [certain("tls")],
    },
    {
      has: "Unable to connect to the remote server",
      at: /Unable to connect to the remote server/,
      says: [likely("unreachable")],
    },
  ],
} as const satisfies PhraseFamily;

/** @see https://github.com/dotnet/aspnetcore src/SignalR/clients/ts/signalr/src */
export const signalr = {
  tool: "signalr",
  phrases: [
    {
      has: "WebSocket closed with status code: ",
      at: /WebSocket closed with status code: (?<code>\d{4}) \((?<reason>[^)\n]{0,200})\)/,
      says: byCode,
    },
    {
      has: "Server timeout elapsed without receiving a message",
      at: /Server timeout elapsed without receiving a message from the server/,
      says: [certain("heartbeat-timeout")],
    },
    {
      has: "Failed to complete negotiation with the server: ",
      at: /Failed to complete negotiation with the server: [^\n]{0,200}?[Ss]tatus code '(?<status>\d{3})'/,
      says: ({ detail }) => answered(detail.status ?? 0).filter(({ cause }) => cause !== "proxy-no-upgrade"),
    },
    {
      has: "either the endpoint may not be a SignalR endpoint",
      at: /The connection could not be found on the server, either the endpoint may not be a SignalR endpoint/,
      says: [possible("proxy-no-upgrade"), possible("http-answer"), possible("unreachable")],
    },
    {
      has: "The connection was stopped during negotiation",
      at: /The connection was stopped during negotiation/,
      says: [certain("client-closed")],
    },
    {
      has: "Server returned an error on close: ",
      at: /Server returned an error on close: (?<reason>[^\n]{1,200})/,
      says: [certain("server-disconnect")],
    },
  ],
} as const satisfies PhraseFamily;
