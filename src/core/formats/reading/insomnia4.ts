import { emptyDraft } from "../../profile/profile.ts";
import { ms } from "../../units/units.ts";
import { plainAddress } from "./address.ts";
import type { Collected } from "./collected.ts";
import { bodyOf, draftOf, type NamedDraft } from "./draftOf.ts";
import { addRequest, onBase, ownVariables, variablesOf } from "./insomniaRequest.ts";
import { DEEPEST_FOLDER } from "./limits.ts";
import { asText, at, listAt, textAt } from "./unknown.ts";

const KINDS: Readonly<Record<string, "websocket" | "socketio">> = {
  websocket_request: "websocket",
  socketio_request: "socketio",
  socket_io_request: "socketio",
};

/** Resources in one list, each with the id of what it stands in. */
export function readInsomnia4(file: unknown, into: Collected): void {
  const resources = listAt(file, "resources");
  const byId = new Map(resources.map((resource) => [textAt(resource, "_id"), resource]));
  const payloads = new Map<string, NamedDraft[]>();
  for (const resource of resources) {
    if (!textAt(resource, "_type").endsWith("_payload")) continue;
    const parent = textAt(resource, "parentId");
    payloads.set(parent, [...(payloads.get(parent) ?? []).slice(0, 1000), payloadOf(resource)]);
  }
  for (const resource of resources) {
    const type = textAt(resource, "_type");
    const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
    if (kind !== undefined) {
      const messages = payloads.get(textAt(resource, "_id")) ?? [];
      addRequest(into, resource, kind, folderOf(resource, byId), messages, textAt(resource, "description"));
    } else if (/^(?:grpc_)?request$/.test(type)) {
      into.left("http-request", textAt(resource, "name"), plainAddress(textAt(resource, "url")));
    } else if (type === "environment") addEnvironment(resource, byId, into);
  }
}

/** Names of workspace and folders, from the outside in. */
function folderOf(resource: unknown, byId: ReadonlyMap<string, unknown>): readonly string[] {
  const names: string[] = [];
  let parent = byId.get(textAt(resource, "parentId"));
  while (parent !== undefined && names.length < DEEPEST_FOLDER) {
    names.unshift(textAt(parent, "name"));
    parent = byId.get(textAt(parent, "parentId"));
  }
  return names;
}

function payloadOf(payload: unknown): NamedDraft {
  const name = textAt(payload, "name");
  const event = textAt(payload, "eventName");
  if (event === "") return { name, draft: draftOf(ownVariables(textAt(payload, "value"))) };
  const parts = listAt(payload, "args").map((arg) => bodyOf(ownVariables(asText(at(arg, "value")))));
  // 5 s: its model knows only whether an acknowledgement is asked for.
  const ack = at(payload, "ack") === true ? ms(5000) : null;
  return { name, draft: { event, ack, parts: parts.length === 0 ? emptyDraft.parts : parts } };
}

function addEnvironment(environment: unknown, byId: ReadonlyMap<string, unknown>, into: Collected): void {
  const own = variablesOf(at(environment, "data"), at(environment, "isPrivate") === true);
  const parent = byId.get(textAt(environment, "parentId"));
  const base =
    textAt(parent, "_type") === "environment" ? variablesOf(at(parent, "data"), at(parent, "isPrivate") === true) : [];
  if (own.length > 0) into.environment(textAt(environment, "name"), onBase(base, own));
}
