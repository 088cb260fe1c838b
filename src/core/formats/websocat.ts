import type { Param } from "../protocols/query.ts";
import { newProfile } from "../profile/profile.ts";
import type { Format } from "./format.ts";
import { nameOfAddress, plainAddress, webSocketAt } from "./reading/address.ts";
import type { Collected } from "./reading/collected.ts";
import {
  calls,
  leaveOptions,
  readCalls,
  switches,
  values,
  valuesOf,
  type CommandLine,
  type Program,
} from "./reading/commandLine.ts";
import { draftOf, savedMessages } from "./reading/draftOf.ts";
import { readHeader, splitList, subprotocolsOf, withHeaders } from "./reading/headers.ts";
import { commandLines, shellWord } from "./writing/commandLines.ts";
import { textsOf } from "./writing/openMessages.ts";
import { startWriting } from "./writing/setup.ts";

type Meaning = "url" | "header" | "origin" | "protocol" | "preamble" | "close-code" | "close-reason";

/** @see https://github.com/vi/websocat, `websocat --help=long` of 1.x */
const program: Program<Meaning> = {
  name: "websocat",
  cutsEquals: true,
  rules: [
    values("--ws-c-uri", "url"),
    values("-H --header", "header"),
    values("--origin", "origin"),
    values("--protocol", "protocol"),
    values("-p --preamble", "preamble"),
    values("--close-status-code", "close-code"),
    values("--close-reason", "close-reason"),
    values("--basic-auth --basic-auth-file", { left: "basic-auth" }),
    switches("-k --insecure", { left: "tls-verification" }),
    values("--tls-domain", { left: "tls-verification" }),
    values("--client-pkcs12-der --client-pkcs12-passwd", { left: "client-certificate" }),
    values("--socks5 --socks5-destination --socks5-bind-script", { left: "proxy" }),
    values("--ping-interval --ping-timeout", { left: "ping-interval" }),
    switches("--print-ping-rtts", { left: "ping-interval" }),
    values("-B --buffer-size", "nothing"),
    values(
      "-P --preamble-reverse --server-header --server-protocol --restrict-uri --static-file --pkcs12-der " +
        "--pkcs12-passwd --websocket-version --header-to-env --max-messages --max-messages-rev --queue-len " +
        "--max-ws-frame-length --max-ws-message-length --conncap --jsonrpc-method",
      { left: "unknown-option" },
    ),
    switches("-s --server-mode -b --binary --base64 --base64-text --jsonrpc -u -U", { left: "unknown-option" }),
    switches(
      "-t --text -1 --one-message -n --no-close -E --exit-on-eof -q --quiet -v -0 --null-terminated -S --strict " +
        "--no-line --oneshot --async-stdio --no-async-stdio --no-fixups --linemode-strip-newlines",
      "nothing",
    ),
  ],
};

export const websocat = {
  id: "websocat",
  name: "websocat",
  read: {
    recognises: (text) => calls("websocat", text),
    read: (text) => {
      const read = readCalls(text, program, readCall);
      return read.ok ? read.value.result() : read;
    },
  },
  write: {
    protocols: ["websocket"],
    language: "shell",
    keepsVariables: false,
    write: (name, profile) => {
      const { request, opening, written } = startWriting(name, profile, ["on-open-messages", "close-code"]);
      if (request.protocol !== "websocket") return written("");
      const { subprotocols, closing, url } = request;
      const isOwnClosing = closing.code !== null && (closing.code !== 1000 || closing.reason !== "");
      return written(
        // -E: else it waits for a line of input after the server has closed.
        commandLines("websocat -E", [
          ...(subprotocols.length === 0 ? [] : [`--protocol=${shellWord(subprotocols.join(", "))}`]),
          ...textsOf(opening).map((text) => `--preamble=${shellWord(text)}`),
          ...(isOwnClosing ? [`--close-status-code=${String(closing.code)}`] : []),
          ...(isOwnClosing && closing.reason !== "" ? [`--close-reason=${shellWord(closing.reason)}`] : []),
          shellWord(url),
        ]),
      );
    },
  },
} as const satisfies Format;

/** Addresses of websocat that mean a client of a WebSocket; `-` is its own input. */
const CLIENT = /^(?:(?:ws-c|autoreconnect|connect|c):)?(wss?:\/\/.*)$/i;

function readCall(line: CommandLine<Meaning>, into: Collected): void {
  const all = (meaning: Meaning): readonly string[] => valuesOf(line, meaning);
  const [typed = ""] = [...all("url"), ...line.rest.flatMap((word) => CLIENT.exec(word)?.[1] ?? [])];
  if (typed === "") {
    into.left("unknown-option", "", line.rest.map(plainAddress).join(" "));
    return;
  }
  const name = nameOfAddress(typed);
  const headers: readonly Param[] = [
    ...all("header").flatMap((header) => readHeader(header) ?? []),
    ...all("origin").map((value) => ({ name: "Origin", value })),
  ];
  const profile = webSocketAt(typed, [...all("protocol").flatMap(splitList), ...subprotocolsOf(headers)]);
  leaveOptions(line, name, into);
  for (const word of line.rest)
    if (!CLIENT.test(word) && word !== "-") into.left("unknown-option", name, plainAddress(word));
  const [code = ""] = all("close-code");
  const closing = {
    code: /^\d{4}$/.test(code) ? Number(code) : newProfile.websocket.closing.code,
    reason: all("close-reason")[0] ?? "",
  };
  into.profile(name, [], {
    ...withHeaders(profile, headers, (kind, detail) => {
      into.left(kind, name, detail);
    }),
    websocket: { ...profile.websocket, closing },
    saved: savedMessages(all("preamble").map((text) => ({ name: "", draft: draftOf(text) }))),
  });
}
