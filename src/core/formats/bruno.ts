import type { Body } from "../profile/message.ts";
import { newProfile, type Profile } from "../profile/profile.ts";
import { mentionedVariables } from "../profile/template.ts";
import { ms, seconds } from "../units/units.ts";
import type { Format } from "./format.ts";
import type { LeftOut, LeftOutKind } from "./leftOut.ts";
import { plainAddress, webSocketAt } from "./reading/address.ts";
import { Collected } from "./reading/collected.ts";
import { savedMessages, type NamedDraft } from "./reading/draftOf.ts";
import { subprotocolsOf, withHeaders } from "./reading/headers.ts";
import { DEEPEST_FOLDER } from "./reading/limits.ts";
import { asPayload, at, isFields, listAt, textAt } from "./reading/unknown.ts";
import { readJsonOrYaml, writeYaml } from "./reading/yamlText.ts";
import { brunoMessages, type BrunoMessage } from "./writing/brunoMessages.ts";
import { inSeconds } from "./writing/setup.ts";

/** Bruno's requests in OpenCollection's YAML: one WebSocket a file, with its messages. */
export const bruno = {
  id: "bruno",
  name: "Bruno",
  read: {
    recognises: (text) => /^(?:websocket|opencollection)\s*:/m.test(text.slice(0, 20_000)) && /^info\s*:/m.test(text),
    read: (text) => {
      const parsed = readJsonOrYaml(text);
      if (!parsed.ok) return parsed;
      const into = new Collected();
      readItem(parsed.value, [], into);
      return into.result();
    },
  },
  write: {
    protocols: ["websocket"],
    language: "yaml",
    keepsVariables: true,
    write: (name, profile) => {
      const left: LeftOut[] = [];
      const leave = (kind: LeftOutKind, detail: string): void => {
        left.push({ kind, of: name, detail });
      };
      const messages = brunoMessages(profile, leave);
      leaveRest(profile, leave);
      const { subprotocols } = profile.websocket;
      const headers = [{ name: "Sec-WebSocket-Protocol", value: subprotocols.join(", ") }];
      return {
        text: writeYaml({
          info: { name, type: "websocket", seq: 1 },
          websocket: {
            url: profile.url,
            ...(subprotocols.length === 0 ? {} : { headers }),
            ...(messages.length === 0 ? {} : { message: oneOrMore(messages) }),
          },
          runtime: {
            variables: profile.variables.map(({ name: variable, value, secret }) => {
              if (secret) leave("secret-value", variable);
              return { name: variable, value: secret ? "" : value };
            }),
          },
          settings: { timeout: profile.connectTimeout, keepAliveInterval: 0 },
          ...(profile.notes === "" ? {} : { docs: profile.notes }),
        }),
        left,
      };
    },
  },
} as const satisfies Format;

/** Several are told apart by their titles; the first is the one that is sent. */
const oneOrMore = (messages: readonly BrunoMessage[]): unknown =>
  messages.map(({ title, type, data }, index) => ({ title, selected: index === 0, message: { type, data } }));

function leaveRest({ heartbeat, reconnect, websocket }: Profile, leave: (kind: LeftOutKind, detail: string) => void) {
  if (heartbeat.on) leave("heartbeat", inSeconds(heartbeat.every));
  if (reconnect.on) leave("reconnect", "");
  const { code, reason } = websocket.closing;
  if (code !== newProfile.websocket.closing.code || reason !== "")
    leave("close-code", `${String(code ?? "")} ${reason}`.trim());
}

/** A request, a folder, or a collection of them. */
function readItem(item: unknown, folder: readonly string[], into: Collected): void {
  const name = textAt(item, "info", "name");
  const socket = at(item, "websocket");
  const request = at(item, "http") ?? at(item, "graphql") ?? at(item, "grpc");
  if (isFields(socket)) readRequest(name, item, socket, folder, into);
  else if (request !== undefined) into.left("http-request", name, plainAddress(textAt(request, "url")));
  if (folder.length >= DEEPEST_FOLDER) return;
  for (const inner of listAt(item, "items")) readItem(inner, [...folder, name], into);
}

function readRequest(name: string, item: unknown, socket: unknown, folder: readonly string[], into: Collected): void {
  const leave = (kind: LeftOutKind, detail: string): void => {
    into.left(kind, name, detail);
  };
  const headers = listAt(socket, "headers").flatMap((row) => {
    const header = { name: textAt(row, "name"), value: textAt(row, "value") };
    if (at(row, "disabled") !== true) return header.name === "" ? [] : [header];
    leave("disabled", header.name);
    return [];
  });
  const auth = textAt(socket, "auth", "type");
  if (!["", "none", "inherit"].includes(auth)) leave(auth === "basic" ? "basic-auth" : "authentication", auth);
  const url = textAt(socket, "url");
  const profile = withHeaders(webSocketAt(url, subprotocolsOf(headers)), headers, leave);
  if (listAt(item, "runtime", "scripts").length > 0) leave("scripts", "");
  const keepAlive = Number(textAt(item, "settings", "keepAliveInterval"));
  if (keepAlive > 0) leave("ping-interval", inSeconds(ms(keepAlive)));
  const timeout = Number(textAt(item, "settings", "timeout"));
  into.profile(name, folder, {
    ...profile,
    connectTimeout: timeout >= 10 && timeout <= seconds(86_400) ? ms(timeout) : newProfile.connectTimeout,
    saved: savedMessages(messagesOf(at(socket, "message"))),
    variables: variablesOf(item, leave),
    notes: notesOf(item),
  });
}

function variablesOf(item: unknown, leave: (kind: LeftOutKind, detail: string) => void): Profile["variables"] {
  return listAt(item, "runtime", "variables").flatMap((row) => {
    const name = textAt(row, "name");
    if (mentionedVariables(`{{${name}}}`)[0] !== name) return [];
    if (at(row, "disabled") === true) {
      leave("disabled", name);
      return [];
    }
    const value = textAt(row, "value") || textAt(row, "value", "data");
    return [{ name, value, secret: at(row, "secret") === true }];
  });
}

const notesOf = (item: unknown): string =>
  textAt(item, "docs") ||
  textAt(item, "docs", "content") ||
  textAt(item, "info", "description") ||
  textAt(item, "info", "description", "content");

function messagesOf(message: unknown): readonly NamedDraft[] {
  const all = Array.isArray(message) ? (message as readonly unknown[]) : message === undefined ? [] : [message];
  return all.flatMap((one) => {
    const inner = isFields(at(one, "message")) ? at(one, "message") : one;
    const text = asPayload(at(inner, "data") ?? "");
    if (text === null || (text === "" && all.length === 1)) return [];
    const part: Body = { format: textAt(inner, "type") === "json" ? "json" : "text", text, file: null };
    return [{ name: textAt(one, "title"), draft: { event: "", ack: null, parts: [part] } }];
  });
}
