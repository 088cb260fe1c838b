import type { Draft } from "./message.ts";
import type { Profile } from "./profile.ts";
import { mapSecrets, type Secret } from "./share/secrets.ts";
import { isLiteral } from "./share/secretText.ts";
import { filler, mentionedVariables, type Fill, type Generators, type Variable } from "./template.ts";

/**
 * The setup as it would be used now, for code that knows no variables. What has no value keeps its
 * braces, and so do secrets, which are told by name alone.
 */
export function fillProfile(profile: Profile, generators: Generators, withSecrets: boolean): Profile {
  const shown = withSecrets ? profile : mapSecrets(profile, asNames);
  const fill = (text: string): string => {
    const filled = fillerOf(shown.variables, text, generators)(text);
    return filled.ok ? filled.value.text : text;
  };
  const filled = (draft: Draft): Draft => ({
    ...draft,
    event: fill(draft.event),
    parts: draft.parts.map((part) => ({ ...part, text: fill(part.text) })),
  });
  const { websocket, socketio, heartbeat } = shown;
  return {
    ...shown,
    url: fill(shown.url),
    websocket: {
      subprotocols: websocket.subprotocols.map(fill),
      closing: { ...websocket.closing, reason: fill(websocket.closing.reason) },
    },
    socketio: {
      ...socketio,
      namespace: fill(socketio.namespace),
      path: fill(socketio.path),
      auth: fill(socketio.auth),
      headers: socketio.headers.map(({ name, value }) => ({ name: fill(name), value: fill(value) })),
      namespaces: socketio.namespaces.map((one) => ({ ...one, name: fill(one.name), auth: fill(one.auth) })),
      answers: socketio.answers.map((one) => ({ ...one, args: fill(one.args) })),
    },
    heartbeat: { ...heartbeat, message: filled(heartbeat.message) },
    onOpen: shown.onOpen.map(filled),
    saved: shown.saved.map((one) => ({ ...one, draft: filled(one.draft) })),
    variables: [],
  };
}

/** A secret as its name; what only points to a variable keeps pointing to it. */
export const asNames = ({ name, value }: Secret): string =>
  isLiteral(value) ? braces(name === "" ? "secret" : name) : value;

const braces = (name: string): string => `{{${name}}}`;

/** Whoever has no value stands for its own name. */
function fillerOf(variables: readonly Variable[], text: string, generators: Generators): Fill {
  const unknown = mentionedVariables(text).map((name) => ({ name, value: braces(name), secret: false }));
  return filler([...variables, ...unknown], generators);
}
