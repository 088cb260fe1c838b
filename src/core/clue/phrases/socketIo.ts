import { isEngineIo } from "../readings.ts";
import { certain, likely, possible, type Found, type PhraseFamily, type Reading } from "../phrase.ts";

/** A page cannot tell these apart either. */
const polling: Reading = [possible("socketio-cors"), possible("unreachable"), possible("socketio-path")];

/** Engine.IO's answers to a request that it does not take. @see engine.io lib/server.ts, Server.errors */
function refusal({ group, line, before }: Found): Reading {
  const status = { status: 400, reason: group("reason") };
  switch (`${group("number")} ${group("reason")}`) {
    case "0 Transport unknown":
      return [certain("http-answer", status), likely("socketio-transport"), possible("socketio-behind-raw")];
    case "1 Session ID unknown":
      return [certain("socketio-session", status)];
    case "2 Bad handshake method":
      return [certain("http-answer", status), possible("socketio-session")];
    case "3 Bad request":
      return [certain("http-answer", status), likely("proxy-no-upgrade"), possible("socketio-session")];
    case "5 Unsupported protocol version":
      return [certain("socketio-version", status)];
    default:
      // Any application may number its errors; only Engine.IO's fourth comes with 403, or speaks of itself.
      return group("number") === "4" &&
        (/forbidden|api ?key|token|auth|\b403\b|EIO=/i.test(line) || /^(?:< )?HTTP\/[\d.]{1,3} 403\b/m.test(before(14)))
        ? [certain("socketio-auth", { status: 403, reason: group("reason") })]
        : [];
  }
}

const isClient = ({ line, before, after }: Found): boolean =>
  /connect_error|engine\.io|socket\.io/i.test(`${before(3)}${line}${after(8)}`);

/** @see https://socket.io/docs/v4/troubleshooting-connection-issues/, engine.io-client and socket.io-client lib */
export const socketIo = {
  tool: "socket.io",
  phrases: [
    {
      has: "you are trying to reach a Socket.IO server in v2.x",
      at: /It seems you are trying to reach a Socket\.IO server in v2\.x with a v3\.x client/,
      says: [certain("socketio-version")],
    },
    {
      has: "Invalid namespace",
      at: /44(?<namespace>\/[^,\s"]{1,200}),?\{\\?"message\\?":\\?"Invalid namespace\\?"\}|(?:Error: |connect_error[^\n]{0,40}?|["'])Invalid namespace\b|^\s*Invalid namespace\s*$/,
      says: [certain("socketio-namespace")],
    },
    {
      has: '"Unable to connect"',
      at: /44(?<namespace>\/[^,\s"]{1,200}),"Unable to connect"/,
      says: [certain("socketio-namespace")],
    },
    {
      has: ['"code":', String.raw`\"code\":`],
      at: /\{\\?"code\\?": ?(?<number>[0-5]), ?\\?"message\\?": ?\\?"(?<reason>[^"\\\n]{1,300})\\?"\}/,
      says: refusal,
    },
    { has: "xhr poll error", at: /\bxhr poll error\b/, says: polling },
    {
      has: "xhr post error",
      at: /\bxhr post error\b/,
      says: [possible("socketio-session"), possible("payload-too-big"), possible("unreachable")],
    },
    {
      has: "probe error: ",
      at: /probe error: (?<reason>Error: websocket error|TransportError: websocket error|[^\n]{1,120})/,
      says: [likely("polling-only"), possible("proxy-no-upgrade")],
    },
    {
      has: "failed because of error: ",
      at: /probe transport "websocket" failed because of error: (?<reason>[^\n]{1,200})/,
      says: [likely("polling-only"), possible("proxy-no-upgrade")],
    },
    {
      has: "websocket error",
      at: /(?:Error|connect_error)[^\n]{0,30}?\bwebsocket error\b/,
      says: [possible("unreachable"), possible("http-answer")],
    },
    {
      has: "connect_error",
      at: /connect_error[^\n]{0,40}?[\s:("']timeout\b/,
      says: [likely("no-answer"), possible("not-socketio")],
    },
    {
      has: "Error: server error",
      at: /\bError: server error\b/,
      says: (found) => (isClient(found) ? [possible("socketio-version"), possible("not-socketio")] : []),
    },
    {
      has: ["io server disconnect", "server namespace disconnect"],
      at: /\b(?:io server disconnect|server namespace disconnect)\b/,
      says: [certain("server-disconnect")],
    },
    { has: "io client disconnect", at: /\bio client disconnect\b/, says: [certain("client-closed")] },
    {
      has: "ping timeout",
      at: /(?:[Dd]isconnect(?:ed|ion)?|reason)[^\n]{0,60}?[:\s("'=]ping timeout\b/,
      says: [certain("heartbeat-timeout")],
    },
    {
      has: ["transport close", "transport error"],
      at: /(?:[Dd]isconnect(?:ed|ion)?|reason)[^\n]{0,60}?[:\s("'=]transport (?:close|error)\b/,
      says: [likely("dropped")],
    },
    {
      has: "parse error",
      at: /(?:[Dd]isconnect(?:ed|ion)?|reason)[^\n]{0,60}?[:\s("'=]parse error\b/,
      says: [likely("socketio-parser"), possible("not-socketio")],
    },
    { has: 'unknown sid "', at: /\bunknown sid "[^"\n]{1,60}"/, says: [certain("socketio-session")] },
    { has: 'unknown transport "', at: /\bunknown transport "[^"\n]{1,40}"/, says: [certain("socketio-transport")] },
    {
      has: "bad request: unexpected transport without upgrade",
      at: /bad request: unexpected transport without upgrade/,
      says: [likely("proxy-no-upgrade")],
    },
    {
      has: "unsupported protocol version",
      at: /\bengine(?:\.io)?[^\n]{0,40}\bunsupported protocol version\b/,
      says: [certain("socketio-version")],
    },
    {
      has: "Cannot GET /",
      at: /Cannot GET (?<path>\/[^\s"<]{0,300})/,
      says: ({ group }) => (isEngineIo(group("path")) ? [likely("not-socketio"), possible("socketio-path")] : []),
    },
  ],
} as const satisfies PhraseFamily;
