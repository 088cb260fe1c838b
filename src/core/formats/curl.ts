import type { Profile } from "../profile/profile.ts";
import type { Param } from "../protocols/query.ts";
import { seconds } from "../units/units.ts";
import type { Format } from "./format.ts";
import {
  cutAddress,
  looksLikeSocketIo,
  nameOfAddress,
  plainAddress,
  socketIoAt,
  webSocketAt,
} from "./reading/address.ts";
import type { Collected } from "./reading/collected.ts";
import { calls, leaveOptions, readCalls, valuesOf, type CommandLine } from "./reading/commandLine.ts";
import { curlProgram, type CurlMeaning } from "./reading/curlOptions.ts";
import { basicAuth, readHeader, subprotocolsOf, withHeaders } from "./reading/headers.ts";
import { MOST_ROWS } from "./reading/limits.ts";
import { commandLines, shellWord } from "./writing/commandLines.ts";
import { startWriting, type Writing } from "./writing/setup.ts";

/** curl's command line, as people write it and as "Copy as cURL" of browsers does. */
export const curl = {
  id: "curl",
  name: "curl",
  read: {
    recognises: (text) => calls("curl", text),
    read: (text) => {
      const read = readCalls(text, curlProgram, readCall);
      return read.ok ? read.value.result() : read;
    },
  },
  write: {
    protocols: ["websocket", "socketio"],
    language: "shell",
    keepsVariables: false,
    write: (name, profile) => {
      const writing = startWriting(name, profile, ["connect-timeout"]);
      // An open connection has no end of its own: curl stays as long as an attempt may last.
      const flags = `curl -i -N -m ${String(Math.ceil(profile.connectTimeout / 1000))}`;
      return writing.written(
        writing.request.protocol === "websocket" ? upgrade(flags, writing) : polling(flags, writing),
      );
    },
  },
} as const satisfies Format;

function readCall(line: CommandLine<CurlMeaning>, into: Collected): void {
  const all = (meaning: CurlMeaning): readonly string[] => valuesOf(line, meaning);
  const headers: Param[] = [
    ...all("header").flatMap((header) => readHeader(header) ?? []),
    ...all("cookie").map((value) => ({ name: "Cookie", value })),
    ...all("bearer").map((token) => ({ name: "Authorization", value: `Bearer ${token}` })),
  ].slice(0, MOST_ROWS);
  const limits = all("time").map(Number);
  for (const url of [...all("url"), ...line.rest].slice(0, MOST_ROWS)) {
    const name = nameOfAddress(url);
    const profile = profileAt(url, headers);
    if (!profile) {
      into.left("http-request", name, plainAddress(url));
      continue;
    }
    leaveOptions(line, name, into);
    const signedIn = profile.protocol === "socketio" ? all("user").map(splitUser) : [];
    if (all("user").length > 0 && !signedIn.some((header) => header !== null)) into.left("basic-auth", name, "");
    const full = withHeaders(profile, [...headers, ...signedIn.flatMap((header) => header ?? [])], (kind, detail) => {
      into.left(kind, name, detail);
    });
    const limit = limits.find((count) => count >= 1 && count <= 86_400);
    into.profile(name, [], limit === undefined ? full : { ...full, connectTimeout: seconds(limit) });
  }
}

const splitUser = (credentials: string): Param | null => {
  const colon = credentials.indexOf(":");
  return colon < 0 ? null : basicAuth(credentials.slice(0, colon), credentials.slice(colon + 1));
};

/** @returns null for an ordinary request */
function profileAt(url: string, headers: readonly Param[]): Profile | null {
  const { scheme } = cutAddress(url);
  if (!["", "http", "https", "ws", "wss"].includes(scheme)) return null;
  // curl's own guess for an address without a scheme.
  const full = scheme === "" ? `http://${url}` : url;
  if (looksLikeSocketIo(full)) return socketIoAt(full);
  const isUpgrade = headers.some(
    ({ name, value }) =>
      (/^upgrade$/i.test(name) && /^websocket$/i.test(value)) || /^sec-websocket-(?:key|version)$/i.test(name),
  );
  return isUpgrade || /^wss?$/.test(scheme) ? webSocketAt(full, subprotocolsOf(headers)) : null;
}

/** The key of RFC 6455 §1.3, whose answer is known: s3pPLMBiTxaQ9kYGzzhZRbK+xOo= */
const SAMPLE_KEY = "dGhlIHNhbXBsZSBub25jZQ==";

/** curl takes [1-3] and {a,b} for a pattern, unless it is told not to; brackets around a host are none. */
const globOff = (url: string): string => (/[[\]{}]/.test(url.replace(/^\w+:\/\/[^/]*/, "")) ? " -g" : "");

function upgrade(flags: string, { request }: Writing): string {
  if (request.protocol !== "websocket") return "";
  const url = request.url.replace(/^ws/, "http");
  const headers = [
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    `Sec-WebSocket-Key: ${SAMPLE_KEY}`,
    ...(request.subprotocols.length === 0 ? [] : [`Sec-WebSocket-Protocol: ${request.subprotocols.join(", ")}`]),
  ];
  return commandLines(`${flags}${globOff(url)} --http1.1`, [
    ...headers.map((header) => `-H ${shellWord(header)}`),
    shellWord(url),
  ]);
}

/** The first request of Engine.IO, whose answer tells a server's version; all that follows needs a client. */
function polling(flags: string, { request, leave }: Writing): string {
  if (request.protocol !== "socketio") return "";
  const { namespace, path, query, clientVersion, headers } = request;
  if (namespace !== "/") leave("namespace", namespace);
  if (request.auth !== null) leave("connect-auth", "");
  if (!request.transports.includes("polling")) leave("transports", request.transports.join(", "));
  const params = [
    ["EIO", clientVersion === "2" ? "3" : "4"],
    ["transport", "polling"],
    ...query.map(({ name, value }) => [name, value]),
  ];
  const search = params.map((pair) => pair.map((text) => encodeURIComponent(text ?? "")).join("=")).join("&");
  const url = `${request.url}${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}?${search}`;
  return commandLines(`${flags}${globOff(url)}`, [
    ...headers.map(({ name, value }) => `-H ${shellWord(`${name}: ${value}`)}`),
    shellWord(url),
  ]);
}
