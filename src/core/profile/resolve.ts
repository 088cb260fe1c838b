import { namespaceOf, pathOf } from "../protocols/socketio.ts";
import { PROTOCOLS } from "../protocols/index.ts";
import { readParams, type Param } from "../protocols/query.ts";
import { readUrl, type UrlFault } from "../protocols/readUrl.ts";
import { readJson, type JsonFault } from "../units/json.ts";
import { fail, ok, unreachable, type Result } from "../units/result.ts";
import { utf8Length } from "../units/utf8.ts";
import { encodeDraft, type Draft, type DraftFault } from "./message.ts";
import type {
  Closing,
  Profile,
  SocketIoClient,
  SocketIoOptions,
  SocketIoParser,
  SocketIoTransport,
} from "./profile.ts";
import type { Ms } from "../units/units.ts";
import { templateOffset, type Fill, type Unresolved } from "./template.ts";

/** A setup with everything filled in: what one attempt to connect uses. */
export type ConnectRequest =
  | {
      readonly protocol: "websocket";
      readonly url: string;
      readonly subprotocols: readonly string[];
      readonly closing: Closing;
    }
  | {
      readonly protocol: "socketio";
      /** Scheme, host and port; path and query travel apart. */
      readonly url: string;
      readonly clientVersion: SocketIoClient;
      readonly namespace: string;
      readonly path: string;
      readonly query: readonly Param[];
      /** JSON text of an object, or null. */
      readonly auth: string | null;
      readonly transports: readonly SocketIoTransport[];
      readonly tryAllTransports: boolean;
      readonly upgrade: boolean;
      readonly headers: readonly Param[];
      readonly withCredentials: boolean;
      readonly parser: SocketIoParser;
      /** Besides `namespace`; auth is JSON text of an object, or null. */
      readonly namespaces: readonly ResolvedNamespace[];
      readonly retryNamespace: Ms | null;
      readonly retries: number;
      readonly ackTimeout: Ms;
    };

export interface ResolvedNamespace {
  readonly name: string;
  readonly auth: string | null;
  readonly forceNew: boolean;
}

/** Where a fault is said. */
export type ProfileField =
  | "url"
  | "subprotocols"
  | "closing"
  | "namespace"
  | "namespaces"
  | "answers"
  | "path"
  | "auth"
  | "transports"
  | "headers"
  | "onOpen"
  | "heartbeat";

export type FieldFault =
  | { readonly kind: "empty-url" }
  | { readonly kind: "url"; readonly fault: UrlFault; readonly suggestion: string | null }
  | Unresolved
  /** A `{{` without its `}}` would be sent as it stands. */
  | { readonly kind: "unclosed-variable" }
  | { readonly kind: "subprotocol-token"; readonly subprotocol: string }
  | { readonly kind: "subprotocol-twice"; readonly subprotocol: string }
  | { readonly kind: "close-code"; readonly code: number }
  | { readonly kind: "close-reason"; readonly length: number }
  | { readonly kind: "json"; readonly offset: number; readonly problem: JsonFault["problem"] }
  | { readonly kind: "not-an-object" }
  | { readonly kind: "not-a-list" }
  | { readonly kind: "no-transport" }
  | { readonly kind: "namespace-twice"; readonly namespace: string }
  | { readonly kind: "header-name"; readonly name: string }
  /** Of a message that goes out by itself. */
  | { readonly kind: "draft"; readonly index: number; readonly fault: DraftFault };

export interface ProfileFault {
  readonly field: ProfileField;
  readonly fault: FieldFault;
}

/** @returns what to connect with, or every fault of the setup, each with its field */
export function resolveProfile(
  profile: Profile,
  fill: Fill,
  securePage: boolean,
): Result<ConnectRequest, readonly ProfileFault[]> {
  const check = new Check(fill);
  const url = resolveUrl(profile, check, securePage);
  const request = resolveOptions(profile, url, check);
  return check.faults.length > 0 ? fail(check.faults) : ok(request);
}

/**
 * What keeps the messages that go out by themselves from being filled. They are filled once more when
 * they are sent: what counts up must not count here, so the caller's `fill` is one for looking.
 */
export function unfilledDrafts({ protocol, onOpen, heartbeat }: Profile, fill: Fill): readonly ProfileFault[] {
  const faultOf = (draft: Draft): DraftFault | null => {
    const encoded = encodeDraft(draft, PROTOCOLS[protocol].message, fill);
    if (encoded.ok) return null;
    const { fault } = encoded;
    const isUnfilled =
      fault.kind === "event-unresolved" || (fault.kind === "part" && fault.fault.kind === "unresolved");
    return isUnfilled ? fault : null;
  };
  const faults = onOpen.flatMap((draft, index): readonly ProfileFault[] => {
    const fault = faultOf(draft);
    return fault ? [{ field: "onOpen", fault: { kind: "draft", index, fault } }] : [];
  });
  const beat = heartbeat.on ? faultOf(heartbeat.message) : null;
  return beat ? [...faults, { field: "heartbeat", fault: { kind: "draft", index: 0, fault: beat } }] : faults;
}

/** What Disconnect says now: the setup may have changed since the connection opened. @returns null where it has a fault */
export function resolveClosing(profile: Profile, fill: Fill): Closing | null {
  const check = new Check(fill);
  const closing = checkClosing(profile.websocket.closing, check);
  return check.faults.length > 0 ? null : closing;
}

/** Collects faults while it fills, so that one look tells everything that is wrong. */
class Check {
  readonly faults: ProfileFault[] = [];
  readonly #fill: Fill;
  constructor(fill: Fill) {
    this.#fill = fill;
  }
  add(field: ProfileField, fault: FieldFault): void {
    this.faults.push({ field, fault });
  }
  text(field: ProfileField, template: string): string {
    if (/(?<!\\)\{\{(?![^{}]*\}\})/.test(template)) {
      this.add(field, { kind: "unclosed-variable" });
      return "";
    }
    const filled = this.#fill(template);
    if (filled.ok) return filled.value.text;
    this.add(field, filled.fault);
    return "";
  }
  params(field: ProfileField, params: readonly Param[]): Param[] {
    return params.map(({ name, value }) => ({ name: this.text(field, name), value: this.text(field, value) }));
  }
  /** JSON text of an object. */
  json(field: ProfileField, template: string): string | null {
    return this.#json(field, template, "{", "not-an-object");
  }
  list(field: ProfileField, template: string): string | null {
    return this.#json(field, template, "[", "not-a-list");
  }
  /** Its fault is placed in the template, not in the filled text. */
  #json(field: ProfileField, template: string, opens: "{" | "[", kind: "not-an-object" | "not-a-list"): string | null {
    if (template.trim() === "") return null;
    const filled = this.#fill(template);
    if (!filled.ok) {
      this.add(field, filled.fault);
      return null;
    }
    const read = readJson(filled.value.text);
    if (!read.ok) {
      this.add(field, {
        kind: "json",
        problem: read.fault.problem,
        offset: templateOffset(filled.value, read.fault.offset),
      });
    } else if (read.value[0]?.kind !== opens) this.add(field, { kind });
    return filled.value.text;
  }
}

function resolveUrl({ url, protocol }: Profile, check: Check, securePage: boolean): string {
  const before = check.faults.length;
  const filled = check.text("url", url);
  if (check.faults.length > before) return "";
  const reading = readUrl(filled, { ...PROTOCOLS[protocol], securePage });
  if (reading.type === "ok") return reading.url;
  check.add(
    "url",
    reading.type === "empty"
      ? { kind: "empty-url" }
      : { kind: "url", fault: reading.fault, suggestion: reading.suggestion },
  );
  return "";
}

function resolveOptions(profile: Profile, url: string, check: Check): ConnectRequest {
  switch (profile.protocol) {
    case "websocket": {
      const { subprotocols, closing } = profile.websocket;
      return {
        protocol: "websocket",
        url,
        subprotocols: resolveSubprotocols(subprotocols, check),
        closing: checkClosing(closing, check),
      };
    }
    case "socketio": {
      const options = profile.socketio;
      if (options.transports.length === 0) check.add("transports", { kind: "no-transport" });
      const headers = check.params("headers", options.headers);
      for (const { name } of headers) if (!TOKEN.test(name)) check.add("headers", { kind: "header-name", name });
      const namespace = namespaceOf(check.text("namespace", options.namespace));
      return {
        protocol: "socketio",
        url: /^[a-z]+:\/\/[^/?]*/.exec(url)?.[0] ?? url,
        clientVersion: options.clientVersion,
        namespace,
        path: pathOf(check.text("path", options.path)),
        query: readParams(url),
        // Client v2 knows no auth: what is never sent has no faults.
        auth: options.clientVersion === "2" ? null : check.json("auth", options.auth),
        transports: options.transports,
        tryAllTransports: options.tryAllTransports,
        upgrade: options.upgrade,
        headers,
        withCredentials: options.withCredentials,
        parser: options.parser,
        namespaces: resolveNamespaces(options, namespace, check),
        retryNamespace: options.retryNamespace,
        retries: options.clientVersion === "2" ? 0 : options.retries,
        ackTimeout: options.ackTimeout,
      };
    }
    default:
      return unreachable(profile.protocol);
  }
}

function resolveNamespaces(options: SocketIoOptions, own: string, check: Check): readonly ResolvedNamespace[] {
  const seen = new Set([own]);
  const named = options.namespaces.filter(({ name }) => name.trim() !== "");
  const resolved = named.map(({ name, auth, forceNew }): ResolvedNamespace => {
    const namespace = namespaceOf(check.text("namespaces", name));
    if (seen.has(namespace)) check.add("namespaces", { kind: "namespace-twice", namespace });
    seen.add(namespace);
    return {
      name: namespace,
      auth: options.clientVersion === "2" ? null : check.json("namespaces", auth),
      forceNew,
    };
  });
  for (const { event, args } of options.answers) if (event.trim() !== "") check.list("answers", args);
  return resolved;
}

/** A token. @see RFC 9110 §5.6.2, which RFC 6455 §4.1 asks of a subprotocol */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

function resolveSubprotocols(templates: readonly string[], check: Check): string[] {
  const seen = new Set<string>();
  for (const template of templates) {
    const subprotocol = check.text("subprotocols", template).trim();
    if (subprotocol === "") continue;
    if (!TOKEN.test(subprotocol)) check.add("subprotocols", { kind: "subprotocol-token", subprotocol });
    else if (seen.has(subprotocol)) check.add("subprotocols", { kind: "subprotocol-twice", subprotocol });
    seen.add(subprotocol);
  }
  return [...seen];
}

/** Octets of a close frame's payload, less two for the code. @see RFC 6455 §5.5 */
const LONGEST_REASON = 123;

/** @see https://websockets.spec.whatwg.org/#dom-websocket-close */
function checkClosing(closing: Closing, check: Check): Closing {
  const { code } = closing;
  if (code !== null && code !== 1000 && !(code >= 3000 && code <= 4999))
    check.add("closing", { kind: "close-code", code });
  const reason = check.text("closing", closing.reason);
  const length = utf8Length(reason);
  if (length > LONGEST_REASON) check.add("closing", { kind: "close-reason", length });
  return { code, reason };
}
