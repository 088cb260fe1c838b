import * as v from "valibot";
import { PROTOCOL_IDS, type ProtocolId } from "../protocols/index.ts";
import { ms, seconds, type Ms } from "../units/units.ts";
import { FORMATS, type Body, type Draft } from "./message.ts";
import { newProfile, SOCKETIO_CLIENTS, SOCKETIO_PARSERS, SOCKETIO_TRANSPORTS, type Profile } from "./profile.ts";

/**
 * What a stored or received setup may be. Anything missing or wrong falls back to the default of
 * its field, so that an old or damaged record loses one field and not everything.
 */
const span = (fallback: Ms): v.GenericSchema<unknown, Ms> =>
  v.fallback(v.pipe(v.number(), v.minValue(10), v.maxValue(86_400_000), v.transform(ms)), fallback);
const text = (fallback = "") => v.fallback(v.string(), fallback);
const pair = v.object({ name: text(), value: text() });
export const variableSchema = v.object({ name: text(), value: text(), secret: v.fallback(v.boolean(), false) });

const body = v.object({
  format: v.fallback(v.picklist(FORMATS), "text"),
  text: text(),
  file: v.fallback(v.nullable(v.object({ name: text(), bytes: v.instance(Uint8Array<ArrayBuffer>) })), null),
}) as v.GenericSchema<unknown, Body>;

export const draftSchema = v.object({
  event: text(),
  ack: v.fallback(v.nullable(v.pipe(v.number(), v.transform(ms))), null),
  parts: v.fallback(v.pipe(v.array(body), v.minLength(0)), []),
  namespace: v.optional(v.fallback(v.string(), "")),
  volatile: v.optional(v.fallback(v.boolean(), false)),
}) as v.GenericSchema<unknown, Draft>;

const draft = v.fallback(draftSchema, newProfile.heartbeat.message);

/** How a connection is kept alive: what new ones begin with is a setting, too. */
export const waysSchema = v.object({
  reconnect: v.fallback(
    v.object({
      on: v.boolean(),
      first: span(newProfile.reconnect.first),
      max: span(newProfile.reconnect.max),
      limit: v.fallback(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null),
      jitter: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), newProfile.reconnect.jitter),
    }),
    newProfile.reconnect,
  ),
  heartbeat: v.fallback(
    v.object({
      on: v.boolean(),
      message: draft,
      every: span(newProfile.heartbeat.every),
      expect: text(),
      within: span(newProfile.heartbeat.within),
      onMiss: v.fallback(v.picklist(["note", "close"]), "note"),
    }),
    newProfile.heartbeat,
  ),
});

export const profileSchema = v.object({
  protocol: v.fallback(v.picklist(PROTOCOL_IDS as [ProtocolId, ...ProtocolId[]]), newProfile.protocol),
  url: text(),
  websocket: v.fallback(
    v.object({
      subprotocols: v.fallback(v.array(v.string()), []),
      closing: v.fallback(v.object({ code: v.nullable(v.number()), reason: text() }), newProfile.websocket.closing),
    }),
    newProfile.websocket,
  ),
  socketio: v.fallback(
    v.object({
      clientVersion: v.fallback(v.picklist(SOCKETIO_CLIENTS), "4"),
      namespace: text("/"),
      path: text("/socket.io/"),
      auth: text(),
      transports: v.fallback(v.array(v.picklist(SOCKETIO_TRANSPORTS)), [...newProfile.socketio.transports]),
      tryAllTransports: v.fallback(v.boolean(), false),
      upgrade: v.fallback(v.boolean(), true),
      headers: v.fallback(v.array(pair), []),
      withCredentials: v.fallback(v.boolean(), false),
      parser: v.fallback(v.picklist(SOCKETIO_PARSERS), "default"),
      namespaces: v.fallback(
        v.array(v.object({ name: text(), auth: text(), forceNew: v.fallback(v.boolean(), false) })),
        [],
      ),
      retryNamespace: v.fallback(v.nullable(span(seconds(5))), null),
      retries: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)), 0),
      ackTimeout: span(newProfile.socketio.ackTimeout),
      answers: v.fallback(v.array(v.object({ event: text(), args: text() })), []),
      packets: v.fallback(v.boolean(), false),
    }),
    newProfile.socketio,
  ),
  connectTimeout: span(newProfile.connectTimeout),
  ...waysSchema.entries,
  onOpen: v.fallback(v.array(draftSchema), []),
  saved: v.fallback(v.array(v.object({ id: v.string(), name: text(), draft })), []),
  variables: v.fallback(v.array(variableSchema), []),
  notes: text(),
  system: v.fallback(v.nullable(v.string()), null),
}) as v.GenericSchema<unknown, Profile>;

/** @returns null for what is no setup at all */
export function readProfile(stored: unknown): Profile | null {
  const parsed = v.safeParse(profileSchema, stored);
  return parsed.success ? parsed.output : null;
}
