import { plainAddress } from "./address.ts";
import type { Collected } from "./collected.ts";
import { draftOf, type NamedDraft } from "./draftOf.ts";
import { addRequest, onBase, ownVariables, variablesOf } from "./insomniaRequest.ts";
import { DEEPEST_FOLDER } from "./limits.ts";
import { at, listAt, textAt } from "./unknown.ts";

/** A tree of folders and requests; the beginning of a request's id tells its kind. */
export function readInsomnia5(file: unknown, into: Collected): void {
  const walk = (items: readonly unknown[], folder: readonly string[]): void => {
    for (const item of items) {
      const children = listAt(item, "children");
      const kind = kindOf(item);
      if (kind !== null) addRequest(into, item, kind, folder, payloadsOf(item), textAt(item, "meta", "description"));
      else if (textAt(item, "url") !== "")
        into.left("http-request", textAt(item, "name"), plainAddress(ownVariables(textAt(item, "url"))));
      if (children.length > 0 && folder.length < DEEPEST_FOLDER) walk(children, [...folder, textAt(item, "name")]);
    }
  };
  walk(listAt(file, "collection"), [textAt(file, "name")]);

  const base = at(file, "environments");
  const shared = variablesOf(at(base, "data"), isPrivate(base));
  into.environment(textAt(base, "name") || textAt(file, "name"), shared);
  for (const sub of listAt(base, "subEnvironments")) {
    const own = variablesOf(at(sub, "data"), isPrivate(sub));
    if (own.length > 0) into.environment(textAt(sub, "name"), onBase(shared, own));
  }
}

const isPrivate = (environment: unknown): boolean => at(environment, "meta", "isPrivate") === true;

function kindOf(item: unknown): "websocket" | "socketio" | null {
  const id = textAt(item, "meta", "id");
  if (id.startsWith("ws-req")) return "websocket";
  if (id.startsWith("socketio-req")) return "socketio";
  return /^wss?:\/\//i.test(textAt(item, "url")) ? "websocket" : null;
}

/** The format names no payloads; taken where a later one does. */
const payloadsOf = (item: unknown): readonly NamedDraft[] =>
  listAt(item, "payloads").map((payload) => ({
    name: textAt(payload, "name"),
    draft: draftOf(ownVariables(textAt(payload, "value"))),
  }));
