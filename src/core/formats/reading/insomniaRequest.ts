import type { Profile } from "../../profile/profile.ts";
import type { Variable } from "../../profile/template.ts";
import type { Param } from "../../protocols/query.ts";
import type { NamedDraft } from "./draftOf.ts";
import { savedMessages } from "./draftOf.ts";
import { socketIoAt, webSocketAt, withParams } from "./address.ts";
import type { Collected } from "./collected.ts";
import { MOST_ROWS } from "./limits.ts";
import { basicAuth, subprotocolsOf, withHeaders } from "./headers.ts";
import { at, entriesAt, isFields, listAt, textAt } from "./unknown.ts";

/** Insomnia's `{{ _.name }}` and `{{ _['name'] }}` are our `{{name}}`. */
export const ownVariables = (text: string): string =>
  text.replace(
    /\{\{\s*_(?:\.([^\s{}|]+)|\[["']([^"'{}\s]+)["']\])\s*\}\}/g,
    (_whole, dotted?: string, named?: string) => `{{${dotted ?? named ?? ""}}}`,
  );

/** Rows of name and value that are switched on; the others are left out by name. */
function rowsAt(request: unknown, key: string, leaveDisabled: (name: string) => void): readonly Param[] {
  return listAt(request, key)
    .slice(0, MOST_ROWS)
    .flatMap((row) => {
      const name = ownVariables(textAt(row, "name"));
      if (name === "") return [];
      if (at(row, "disabled") !== true) return [{ name, value: ownVariables(textAt(row, "value")) }];
      leaveDisabled(name);
      return [];
    });
}

/**
 * One request of Insomnia, whose fields are the same in both versions.
 * @param path of Socket.IO's server; empty: not told
 */
export function addRequest(
  into: Collected,
  request: unknown,
  kind: "websocket" | "socketio",
  folder: readonly string[],
  messages: readonly NamedDraft[],
  notes: string,
): void {
  const name = textAt(request, "name");
  const leave: Parameters<typeof withHeaders>[2] = (what, detail) => {
    into.left(what, name, detail);
  };
  const disabled = (row: string): void => {
    leave("disabled", row);
  };
  const headers = [...rowsAt(request, "headers", disabled)];
  const typed = fillPath(ownVariables(textAt(request, "url")), rowsAt(request, "pathParameters", disabled), (param) => {
    leave("path-parameters", param);
  });
  const url = withParams(typed, rowsAt(request, "parameters", disabled));
  if ([url, ...headers.map(({ value }) => value)].some((text) => text.includes("{%"))) leave("template-tags", "");
  const authentication = authenticate(request, kind, headers);
  if (authentication !== null) leave(authentication, textAt(request, "authentication", "type"));
  for (const script of ["preRequestScript", "afterResponseScript"])
    if (textAt(request, script).trim() !== "") leave("scripts", script);
  for (const [script, text] of entriesAt(request, "scripts"))
    if (typeof text === "string" && text.trim() !== "") leave("scripts", script);
  for (const listener of listAt(request, "eventListeners")) leave("event-listeners", textAt(listener, "eventName"));

  const profile = kind === "websocket" ? webSocketAt(url, subprotocolsOf(headers)) : socketIoOf(url, request);
  into.profile(name, folder, {
    ...withHeaders(profile, headers, leave),
    saved: savedMessages(messages),
    notes,
  });
}

function socketIoOf(url: string, request: unknown): Profile {
  const profile = socketIoAt(url);
  const path = ownVariables(textAt(request, "settings", "path")) || ownVariables(textAt(request, "settingPath"));
  return path === "" ? profile : { ...profile, socketio: { ...profile.socketio, path } };
}

/** `:name` in a path stands for its parameter. */
function fillPath(url: string, params: readonly Param[], leave: (name: string) => void): string {
  return params.reduce((filled, { name, value }) => {
    const place = `/:${name}`;
    const from = filled.indexOf(place);
    const isWhole = from >= 0 && /^(?:[/?#]|$)/.test(filled.slice(from + place.length));
    if (!isWhole || value === "") {
      leave(name);
      return filled;
    }
    const text = value.includes("{{") ? value : encodeURIComponent(value.toWellFormed());
    return `${filled.slice(0, from)}/${text}${filled.slice(from + place.length)}`;
  }, url);
}

/** Puts what a header can say among the headers. @returns what is left out; null: nothing */
function authenticate(
  request: unknown,
  kind: "websocket" | "socketio",
  headers: Param[],
): "basic-auth" | "authentication" | null {
  const auth = at(request, "authentication");
  const type = textAt(auth, "type");
  if (!isFields(auth) || type === "" || type === "none" || at(auth, "disabled") === true) return null;
  const read = (key: string): string => ownVariables(textAt(auth, key));
  if (type === "basic") {
    const header = kind === "socketio" ? basicAuth(read("username"), read("password")) : null;
    if (header) headers.push(header);
    return header ? null : "basic-auth";
  }
  if (type !== "bearer" || kind !== "socketio") return "authentication";
  headers.push({ name: "Authorization", value: `${read("prefix") || "Bearer"} ${read("token")}` });
  return null;
}

/** What an environment holds; an object in it gives names with dots, as Insomnia's templates write them. */
export function variablesOf(data: unknown, secret: boolean): readonly Variable[] {
  const found: Variable[] = [];
  const walk = (value: unknown, prefix: string, depth: number): void => {
    if (!isFields(value) || depth > 8) return;
    for (const [key, inner] of Object.entries(value)) {
      const name = prefix + key.trim();
      if (isFields(inner)) walk(inner, `${name}.`, depth + 1);
      else if (/^[^\s{}$][^\s{}]*$/.test(name) && found.length < 1000)
        found.push({ name, value: ownVariables(scalar(inner)), secret });
    }
  };
  walk(data, "", 0);
  return found;
}

const scalar = (value: unknown): string => {
  if (Array.isArray(value)) {
    try {
      return JSON.stringify(value);
    } catch {
      return "";
    }
  }
  return textAt({ value }, "value");
};

/** A sub environment stands on its base: it has what the base has, unless it says otherwise. */
export function onBase(base: readonly Variable[], own: readonly Variable[]): readonly Variable[] {
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...base.filter(({ name }) => !names.has(name))];
}
