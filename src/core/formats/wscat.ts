import type { Param } from "../protocols/query.ts";
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
import { readHeader, subprotocolsOf, withHeaders } from "./reading/headers.ts";
import { commandLines, shellWord } from "./writing/commandLines.ts";
import { startWriting } from "./writing/setup.ts";
import { textsOf } from "./writing/openMessages.ts";

type Meaning = "url" | "subprotocol" | "header" | "origin" | "execute" | "host";

/** @see https://github.com/websockets/wscat, README: Usage */
const program: Program<Meaning> = {
  name: "wscat",
  cutsEquals: false,
  rules: [
    values("-c --connect", "url"),
    values("-s --subprotocol", "subprotocol"),
    values("-H --header", "header"),
    values("-o --origin", "origin"),
    values("--host", "host"),
    values("-x --execute", "execute"),
    values("--auth", { left: "basic-auth" }),
    values("--cert --key --passphrase", { left: "client-certificate" }),
    values("--ca", { left: "tls-verification" }),
    switches("-n --no-check", { left: "tls-verification" }),
    values("--proxy", { left: "proxy" }),
    values("-l --listen -p --protocol --max-redirects", { left: "unknown-option" }),
    switches("-L --location", { left: "unknown-option" }),
    switches("-P --show-ping-pong --slash", { left: "ping-interval" }),
    // How long it stays after its messages: ours stays until somebody disconnects.
    values("-w --wait", "nothing"),
    switches("--no-color --color", "nothing"),
  ],
};

/**
 * wscat's command line. Copy this file to add another tool's, register it in index.ts, and the list of
 * "Copy as" and the import take it up.
 */
export const wscat = {
  id: "wscat",
  name: "wscat",
  read: {
    recognises: (text) => calls("wscat", text),
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
      const { request, opening, written } = startWriting(name, profile, ["on-open-messages"]);
      const subprotocols = request.protocol === "websocket" ? request.subprotocols : [];
      const messages = textsOf(opening);
      return written(
        commandLines("npx wscat", [
          `-c ${shellWord(request.url)}`,
          ...subprotocols.map((subprotocol) => `-s ${shellWord(subprotocol)}`),
          ...messages.map((text) => `-x ${shellWord(text)}`),
          // Else it leaves two seconds after the last message.
          ...(messages.length > 0 ? ["-w -1"] : []),
        ]),
      );
    },
  },
} as const satisfies Format;

function readCall(line: CommandLine<Meaning>, into: Collected): void {
  const { given, rest } = line;
  const all = (meaning: Meaning): readonly string[] => valuesOf(line, meaning);
  const typed = all("url")[0] ?? rest.find((word) => /^wss?:\/\//i.test(word)) ?? "";
  if (typed === "") {
    into.left("unknown-option", "", given[0]?.name ?? rest[0] ?? "");
    return;
  }
  // As wscat itself does with an address without a scheme.
  const url = /^[a-z][a-z0-9.+-]*:\/\//i.test(typed) ? typed : `ws://${typed}`;
  const name = nameOfAddress(url);
  const headers: Param[] = [
    ...all("header").flatMap((header) => readHeader(header) ?? []),
    ...all("origin").map((value) => ({ name: "Origin", value })),
  ];
  const profile = webSocketAt(url, [...all("subprotocol"), ...subprotocolsOf(headers)]);
  for (const value of all("host")) into.left("headers", name, `Host: ${value}`);
  leaveOptions(line, name, into);
  for (const word of rest) if (word !== typed) into.left("unknown-option", name, plainAddress(word));
  into.profile(name, [], {
    ...withHeaders(profile, headers, (kind, detail) => {
      into.left(kind, name, detail);
    }),
    saved: savedMessages(all("execute").map((text) => ({ name: "", draft: draftOf(text) }))),
  });
}
