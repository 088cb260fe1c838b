import { readBase64, readHex, writeBase64 } from "../../units/byteText.ts";
import { isSecretName, looksLikeCredential } from "../../units/secretNames.ts";
import type { Bundle } from "../bundle.ts";
import type { Body, Draft } from "../message.ts";
import type { Profile } from "../profile.ts";
import type { Variable } from "../template.ts";
import { addressParts, joinAddress, mapAddressParams, mapAddressPath } from "./address.ts";
import { findSpots, isLiteral, replaceSpots } from "./secretText.ts";

export type SecretPlace =
  | { readonly kind: "variable" }
  | { readonly kind: "userinfo" }
  | { readonly kind: "path" }
  | { readonly kind: "query" }
  | { readonly kind: "auth" }
  | { readonly kind: "header" }
  | { readonly kind: "subprotocol" }
  | {
      readonly kind: "message";
      readonly list: "onOpen" | "saved" | "heartbeat";
      readonly index: number;
      /** Of a saved message; empty: it has none. */
      readonly message: string;
    };

/** Something that others need not know. */
export interface Secret {
  /** The same for the same place in the same setup, whatever the value is. */
  readonly id: string;
  readonly place: SecretPlace;
  /** Of the variable, parameter, key or header; empty: it has none. */
  readonly name: string;
  /** As it is spelled there: encoded in a query, escaped in JSON, Base64 for a file. */
  readonly value: string;
}

/** What is secret in a setup; values that are only `{{variables}}` are none, the variables are. */
export function findSecrets(profile: Profile): readonly Secret[] {
  const found: Secret[] = [];
  mapSecrets(profile, collect(found));
  return found;
}

export function findVariableSecrets(variables: readonly Variable[]): readonly Secret[] {
  const found: Secret[] = [];
  mapVariableSecrets(variables, collect(found));
  return found;
}

const collect =
  (found: Secret[]) =>
  (secret: Secret): string => {
    if (isLiteral(secret.value)) found.push(secret);
    return secret.value;
  };

/** The same setup with every secret emptied whose id is not among `kept`; names stay, and JSON stays JSON. */
export const withoutSecrets = (profile: Profile, kept: ReadonlySet<string>): Profile =>
  mapSecrets(profile, emptied(kept));

export const variablesWithoutSecrets = (
  variables: readonly Variable[],
  kept: ReadonlySet<string>,
): readonly Variable[] => mapVariableSecrets(variables, emptied(kept));

/** A bundle for everybody: no secret of any setup or environment. */
export const bundleWithoutSecrets = (bundle: Bundle): Bundle => ({
  ...bundle,
  profiles: bundle.profiles.map((one) => ({ ...one, profile: withoutSecrets(one.profile, new Set()) })),
  environments: bundle.environments.map((one) => ({
    ...one,
    variables: variablesWithoutSecrets(one.variables, new Set()),
  })),
});

const emptied =
  (kept: ReadonlySet<string>) =>
  ({ id, value }: Secret): string =>
    isLiteral(value) && !kept.has(id) ? "" : value;

/**
 * Calls `valueOf` for every place of a secret, the empty ones too, and puts in its place what it returns.
 * What is not replaced keeps its spelling.
 */
export function mapSecrets(profile: Profile, valueOf: (secret: Secret) => string): Profile {
  const ask = numbered(valueOf);
  const { websocket, socketio, heartbeat } = profile;
  const inMessage = (list: "onOpen" | "saved" | "heartbeat", index: number, message: string, draft: Draft): Draft =>
    mapDraft(draft, `message/${list}/${String(index)}`, { kind: "message", list, index, message }, ask);
  return {
    ...profile,
    url: mapUrl(profile.url, ask),
    websocket: { ...websocket, subprotocols: mapSubprotocols(websocket.subprotocols, ask) },
    socketio: {
      ...socketio,
      auth: mapText(socketio.auth, "auth", { kind: "auth" }, ask),
      headers: socketio.headers.map(({ name, value }) => {
        if (!isSecretName(name) && !looksLikeCredential(value)) return { name, value };
        return { name, value: ask(`header/${name}`, { kind: "header" }, name, value) };
      }),
      namespaces: socketio.namespaces.map((one) => ({
        ...one,
        auth: mapText(one.auth, `auth${one.name}`, { kind: "auth" }, ask),
      })),
      answers: socketio.answers.map((one, index) => ({
        ...one,
        args: mapText(one.args, `answer/${String(index)}`, { kind: "auth" }, ask),
      })),
    },
    heartbeat: { ...heartbeat, message: inMessage("heartbeat", 0, "", heartbeat.message) },
    onOpen: profile.onOpen.map((draft, index) => inMessage("onOpen", index, "", draft)),
    saved: profile.saved.map((one, index) => ({ ...one, draft: inMessage("saved", index, one.name, one.draft) })),
    variables: mapVariables(profile.variables, ask),
  };
}

export const mapVariableSecrets = (
  variables: readonly Variable[],
  valueOf: (secret: Secret) => string,
): readonly Variable[] => mapVariables(variables, numbered(valueOf));

type Ask = (id: string, place: SecretPlace, name: string, value: string) => string;

/** Gives the second of two equal ids a number. */
function numbered(valueOf: (secret: Secret) => string): Ask {
  const seen = new Map<string, number>();
  return (base, place, name, value) => {
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return valueOf({ id: count === 1 ? base : `${base}~${String(count)}`, place, name, value });
  };
}

const mapVariables = (variables: readonly Variable[], ask: Ask): readonly Variable[] =>
  variables.map((one) =>
    one.secret || isSecretName(one.name) || isSecretValue(one.value)
      ? { ...one, value: ask(`variable/${one.name}`, { kind: "variable" }, one.name, one.value) }
      : one,
  );

/** A variable often holds a whole address, with all that may stand in one. */
function isSecretValue(value: string): boolean {
  if (looksLikeCredential(value)) return true;
  if (!/:\/\/|\?/.test(value)) return false;
  let isSecret = false;
  mapUrl(value, (_id, _place, _name, found) => {
    isSecret ||= isLiteral(found);
    return found;
  });
  return isSecret;
}

function mapUrl(url: string, ask: Ask): string {
  const parts = addressParts(url);
  const before = parts.userinfo ?? "";
  // `{{user}}:{{password}}` says nothing itself.
  const isTemplate = before.split(":").every((part) => !isLiteral(part));
  const userinfo = isTemplate && before !== "" ? before : ask("userinfo", { kind: "userinfo" }, "", before);
  const path = mapAddressPath(parts.tail, (segment, index) =>
    ask(`path/${String(index)}`, { kind: "path" }, "", segment),
  );
  const tail = mapAddressParams(path, ({ name, value, isSecret }) =>
    isSecret ? ask(`query/${name}`, { kind: "query" }, name, value) : value,
  );
  return joinAddress({ ...parts, userinfo: userinfo === "" ? null : userinfo, tail });
}

const mapSubprotocols = (subprotocols: readonly string[], ask: Ask): readonly string[] =>
  subprotocols.map((subprotocol, index) => {
    const from = credentialFrom(subprotocol, subprotocols[index - 1] ?? "");
    if (from === null) return subprotocol;
    const name = subprotocol.slice(0, from);
    return name + ask(`subprotocol/${String(index)}`, { kind: "subprotocol" }, name, subprotocol.slice(from));
  });

/**
 * Where the credential begins in a subprotocol, or null: behind a name like `bearer.`; the whole of what stands
 * after a subprotocol that is such a name, as in `["access_token", "…"]`; a token by its looks.
 */
export function credentialFrom(subprotocol: string, before: string): number | null {
  const segments = subprotocol.split(".");
  const named = segments.slice(0, -1).findLastIndex(isSecretName);
  if (named >= 0) return segments.slice(0, named + 1).join(".").length + 1;
  if (isSecretName(before) && !before.includes(".")) return 0;
  const isLong = /^(?=.*[0-9])(?=.*[A-Za-z])[\w~+=-]{32,}$/.test(subprotocol);
  return isLong || looksLikeCredential(subprotocol) ? 0 : null;
}

function mapDraft(draft: Draft, id: string, place: SecretPlace, ask: Ask): Draft {
  const isNamed = isSecretName(draft.event);
  return {
    ...draft,
    parts: draft.parts.map((part, index) =>
      mapBody(part, `${id}/${String(index)}`, place, ask, isNamed ? draft.event : ""),
    ),
  };
}

/** @param event a name that makes everything beside it a secret; empty: none */
function mapBody(body: Body, id: string, place: SecretPlace, ask: Ask, event: string): Body {
  const { format, text, file } = body;
  const octets = format === "hex" ? readHex(text) : format === "base64" ? readBase64(text) : null;
  const inOctets = octets?.ok === true ? hiddenName(octets.value) : null;
  const inFile = file === null ? null : hiddenName(file.bytes);
  const whole = inOctets ?? (event !== "" && findSpots(text, "message").length === 0 ? event : null);
  return {
    ...body,
    text: whole === null ? mapText(text, id, place, ask) : ask(id, place, whole, text),
    file:
      file === null || inFile === null
        ? file
        : { ...file, bytes: mapOctets(file.bytes, `${id}/file`, place, ask, inFile) },
  };
}

function mapText(text: string, id: string, place: SecretPlace, ask: Ask): string {
  const spots = findSpots(text, place.kind === "auth" ? "auth" : "message");
  return replaceSpots(text, spots, ({ name, path, from, to }) =>
    ask(`${id}/${path}`, place, name, text.slice(from, to)),
  );
}

/** The name of the first secret in octets that hold text, or null: there is none. */
function hiddenName(octets: Uint8Array): string | null {
  const text = new TextDecoder().decode(octets);
  const spot = findSpots(text, "message").find(({ from, to }) => isLiteral(text.slice(from, to)));
  return spot === undefined ? null : spot.name;
}

function mapOctets(
  octets: Uint8Array<ArrayBuffer>,
  id: string,
  place: SecretPlace,
  ask: Ask,
  name: string,
): Uint8Array<ArrayBuffer> {
  const before = writeBase64(octets);
  const value = ask(id, place, name, before);
  if (value === before) return octets;
  const read = readBase64(value);
  return read.ok ? read.value : octets;
}
