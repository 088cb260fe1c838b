import type { Profile } from "../profile.ts";
import type { Variable } from "../template.ts";
import { isSameValue } from "./diff.ts";
import {
  findSecrets,
  findVariableSecrets,
  mapSecrets,
  mapVariableSecrets,
  withoutSecrets,
  type Secret,
} from "./secrets.ts";

/** What arrived, with the stored secrets where its own were emptied: an empty one never overwrites one that is here. */
export function keepStoredSecrets(arrived: Profile, stored: Profile): Profile {
  const secrets = findSecrets(stored);
  if (secrets.length === 0) return arrived;
  const bare = withoutSecrets(stored, new Set());
  const { websocket, socketio, heartbeat } = arrived;
  // A piece that is the stored one but for its secrets is the stored one: also where nothing marks the gap.
  const piece = <Piece>(of: (profile: Profile) => Piece): Piece =>
    isSameValue(of(arrived), of(bare)) ? of(stored) : of(arrived);
  const whole: Profile = {
    ...arrived,
    url: piece(({ url }) => url),
    websocket: { ...websocket, subprotocols: piece((one) => one.websocket.subprotocols) },
    socketio: { ...socketio, auth: piece((one) => one.socketio.auth), headers: piece((one) => one.socketio.headers) },
    heartbeat: { ...heartbeat, message: piece((one) => one.heartbeat.message) },
    onOpen: arrived.onOpen.map((draft, at) =>
      isSameValue(draft, bare.onOpen[at]) ? (stored.onOpen[at] ?? draft) : draft,
    ),
    saved: arrived.saved.map((message, at) => {
      const isSame = isSameValue(message.draft, bare.saved[at]?.draft);
      return isSame ? { ...message, draft: stored.saved[at]?.draft ?? message.draft } : message;
    }),
    variables: keepStoredValues(arrived.variables, stored.variables),
  };
  return mapSecrets(whole, refilled(secrets));
}

/** The same for the variables of an environment; by name, also where one was no secret to the sender. */
export function keepStoredValues(arrived: readonly Variable[], stored: readonly Variable[]): readonly Variable[] {
  const secrets = findVariableSecrets(stored);
  const names = new Set(secrets.map(({ name }) => name));
  // A value that is kept stays marked as a secret: else the next link would carry it.
  const marked = arrived.map((one) =>
    one.value === "" && names.has(one.name)
      ? { ...one, secret: one.secret || stored.some(({ name, secret }) => secret && name === one.name) }
      : one,
  );
  const filled = mapVariableSecrets(marked, refilled(secrets));
  return filled.map((one) => {
    if (one.value !== "" || one.secret) return one;
    const found = secrets.find(({ name }) => name === one.name);
    return found ? { ...one, value: found.value } : one;
  });
}

function refilled(secrets: readonly Secret[]): (secret: Secret) => string {
  const values = new Map(secrets.map(({ id, value }) => [id, value]));
  return ({ id, value }) => (value === "" ? (values.get(id) ?? "") : value);
}
