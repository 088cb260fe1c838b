import type { Profile } from "../profile/profile.ts";
import type { Variable } from "../profile/template.ts";
import type { Param } from "../protocols/query.ts";
import type { Format } from "./format.ts";
import { cutAddress, looksLikeSocketIo, plainAddress, socketIoAt, webSocketAt } from "./reading/address.ts";
import { Collected } from "./reading/collected.ts";
import { subprotocolsOf, withHeaders } from "./reading/headers.ts";
import { DEEPEST_FOLDER, MOST_ROWS } from "./reading/limits.ts";
import { at, listAt, textAt } from "./reading/unknown.ts";
import { readJsonOrYaml } from "./reading/yamlText.ts";

/**
 * Postman's collections of version 2.x and its environments. Its WebSocket and Socket.IO requests are in no
 * export; what people wrote as ordinary requests to such an address is.
 */
export const postman = {
  id: "postman",
  name: "Postman",
  read: {
    recognises: (text) => {
      if (!/^\s*\{/.test(text.slice(0, 100))) return false;
      const [head, tail] = [text.slice(0, 20_000), text.slice(-2000)];
      return /schema\.(?:get)?postman\.com/.test(head) || (head + tail).includes('"_postman_variable_scope"');
    },
    read: (text) => {
      const parsed = readJsonOrYaml(text);
      if (!parsed.ok) return parsed;
      const into = new Collected();
      const file = parsed.value;
      if (at(file, "item") === undefined) readEnvironment(textAt(file, "name"), listAt(file, "values"), into);
      else readCollection(file, into);
      return into.result();
    },
  },
  write: null,
} as const satisfies Format;

function readEnvironment(name: string, values: readonly unknown[], into: Collected): void {
  const variables: Variable[] = [];
  for (const row of values) {
    const key = textAt(row, "key") || textAt(row, "id");
    if (key === "") continue;
    if (at(row, "enabled") === false || at(row, "disabled") === true) into.left("disabled", name, key);
    else variables.push({ name: key, value: textAt(row, "value"), secret: textAt(row, "type") === "secret" });
  }
  into.environment(name, variables);
}

function readCollection(file: unknown, into: Collected): void {
  const name = textAt(file, "info", "name");
  const variables = listAt(file, "variable");
  const known = new Map(variables.map((row) => [textAt(row, "key"), textAt(row, "value")]));
  const walk = (items: readonly unknown[], folder: readonly string[]): void => {
    for (const item of items) {
      if (at(item, "request") !== undefined) readRequest(item, folder, known, into);
      const inner = listAt(item, "item");
      if (inner.length > 0 && folder.length < DEEPEST_FOLDER) walk(inner, [...folder, textAt(item, "name")]);
    }
  };
  walk(listAt(file, "item"), [name]);
  readEnvironment(name, variables, into);
}

function readRequest(
  item: unknown,
  folder: readonly string[],
  known: ReadonlyMap<string, string>,
  into: Collected,
): void {
  const name = textAt(item, "name");
  const request = at(item, "request");
  const leave: Parameters<typeof withHeaders>[2] = (kind, detail) => {
    into.left(kind, name, detail);
  };
  const url = urlOf(typeof request === "string" ? request : at(request, "url"), leave);
  const headers: readonly Param[] = listAt(request, "header")
    .slice(0, MOST_ROWS)
    .flatMap((row) => {
      const key = textAt(row, "key");
      if (at(row, "disabled") !== true) return key === "" ? [] : [{ name: key, value: textAt(row, "value") }];
      leave("disabled", key);
      return [];
    });
  const profile = profileAt(url, headers, known);
  if (!profile) {
    leave("http-request", `${textAt(request, "method")} ${plainAddress(url)}`.trim());
    return;
  }
  const auth = textAt(request, "auth", "type");
  if (auth !== "" && auth !== "noauth") leave(auth === "basic" ? "basic-auth" : "authentication", auth);
  if (at(request, "body", "mode") !== undefined) leave("request-body", textAt(request, "body", "mode"));
  for (const event of listAt(item, "event")) {
    const lines = listAt(event, "script", "exec");
    if (lines.some((line) => typeof line === "string" && line.trim() !== "")) leave("scripts", textAt(event, "listen"));
  }
  const notes = textAt(request, "description") || textAt(request, "description", "content");
  into.profile(name, folder, { ...withHeaders(profile, headers, leave), notes });
}

/** The address as a text; `:name` in its path stands for a variable of the request. */
function urlOf(url: unknown, leave: Parameters<typeof withHeaders>[2]): string {
  const raw = typeof url === "string" ? url : textAt(url, "raw");
  for (const row of listAt(url, "query")) if (at(row, "disabled") === true) leave("disabled", textAt(row, "key"));
  return listAt(url, "variable")
    .slice(0, MOST_ROWS)
    .reduce<string>((filled, row) => {
      const [place, value] = [`/:${textAt(row, "key")}`, textAt(row, "value")];
      const from = place === "/:" ? -1 : filled.indexOf(place);
      if (from >= 0 && value !== "") return `${filled.slice(0, from)}/${value}${filled.slice(from + place.length)}`;
      leave("path-parameters", textAt(row, "key"));
      return filled;
    }, raw);
}

/** @returns null for an ordinary request */
function profileAt(url: string, headers: readonly Param[], known: ReadonlyMap<string, string>): Profile | null {
  if (looksLikeSocketIo(url)) return socketIoAt(url);
  const { scheme, authority } = cutAddress(url);
  const variable = /^\{\{\s*([^\s{}]+)\s*\}\}/.exec(authority)?.[1] ?? "";
  const isWebSocket = /^wss?$/.test(scheme || cutAddress(known.get(variable) ?? "").scheme);
  return isWebSocket ? webSocketAt(url, subprotocolsOf(headers)) : null;
}
