import * as v from "valibot";
import { ENGINES, type Evidence } from "../session/evidence.ts";
import { PROBES, type ProbeResult } from "../session/probe.ts";
import { endingSchema } from "../session/readEnding.ts";
import { bytes, epochMs, ms } from "../units/units.ts";

const text = v.fallback(v.string(), "");
const textOrNull = v.fallback(v.nullable(v.string()), null);
const flag = v.fallback(v.boolean(), false);
const flagOrNull = v.fallback(v.nullable(v.boolean()), null);
const finite = v.pipe(v.number(), v.finite());
const count = v.fallback(finite, 0);
const numberOrNull = v.fallback(v.nullable(finite), null);
const span = v.fallback(v.pipe(finite, v.transform(ms)), ms(0));
const spanOrNull = v.fallback(v.nullable(v.pipe(finite, v.transform(ms))), null);
const moment = v.fallback(v.pipe(finite, v.transform(epochMs)), epochMs(0));
const octets = v.fallback(v.pipe(finite, v.transform(bytes)), bytes(0));

/** Items that cannot be read are left out: the rest still says something. */
const listOf = <Item>(schema: v.GenericSchema<unknown, Item>) =>
  v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((list): readonly Item[] =>
        list.flatMap((item) => {
          const read = v.safeParse(schema, item);
          return read.success ? [read.output] : [];
        }),
      ),
    ),
    [],
  );
const texts = listOf(v.string());

const outcome = v.variant("kind", [
  v.object({ kind: v.literal("answered"), status: numberOrNull, body: textOrNull }),
  v.object({ kind: v.literal("rejected"), name: text }),
  v.object({ kind: v.literal("timeout") }),
  v.object({ kind: v.literal("blocked") }),
  v.object({ kind: v.literal("opened"), subprotocol: text, first: textOrNull }),
  v.object({ kind: v.literal("not-opened"), code: numberOrNull }),
]);

const permission = v.fallback(v.nullable(v.picklist(["granted", "denied", "prompt"])), null);
const frame = v.fallback(v.nullable(v.object({ size: octets, before: span })), null);
const none = { count: 0, size: bytes(0), last: null };
const traffic = v.fallback(v.object({ count, size: octets, last: frame }), none);

const probe = v.object({
  id: v.picklist(PROBES),
  by: v.fallback(v.picklist(["fetch", "socket"]), "fetch"),
  url: text,
  mode: v.fallback(v.nullable(v.picklist(["no-cors", "cors"])), null),
  subprotocols: texts,
  at: moment,
  took: span,
  outcome,
});

const schema = v.object({
  version: v.fallback(v.literal(1), 1),
  at: moment,
  browser: v.fallback(v.object({ engine: v.fallback(v.picklist(ENGINES), "unknown"), version: numberOrNull }), {
    engine: "unknown",
    version: null,
  }),
  page: v.fallback(v.object({ origin: text, isSecureContext: flag }), { origin: "", isSecureContext: false }),
  protocol: v.fallback(v.picklist(["websocket", "socketio"]), "websocket"),
  typed: text,
  url: text,
  usedUrl: textOrNull,
  subprotocols: texts,
  socketio: v.fallback(
    v.nullable(
      v.object({
        client: text,
        namespace: text,
        path: text,
        transports: texts,
        withCredentials: flag,
        headers: texts,
        parser: v.fallback(v.string(), "default"),
      }),
    ),
    null,
  ),
  retry: count,
  system: textOrNull,
  readyState: numberOrNull,
  steps: listOf(
    v.object({
      at: span,
      what: v.picklist([
        "constructed",
        "error",
        "open",
        "close",
        "connect_error",
        "disconnect",
        "transport-open",
        "upgrade",
        "upgrade-error",
        "gave-up",
      ]),
      detail: text,
    }),
  ),
  ending: endingSchema,
  violations: listOf(
    v.object({
      directive: text,
      disposition: v.fallback(v.picklist(["enforce", "report"]), "report"),
      blocked: text,
      policy: text,
      where: v.fallback(v.picklist(["page", "worker"]), "page"),
      at: moment,
    }),
  ),
  onLine: flagOrNull,
  sockets: count,
  permissions: v.fallback(v.object({ loopback: permission, local: permission }), { loopback: null, local: null }),
  negotiated: textOrNull,
  transport: textOrNull,
  sent: traffic,
  received: traffic,
  first: textOrNull,
  earlier: listOf(v.object({ opened: flag, code: numberOrNull, lasted: span, silence: spanOrNull })),
  probes: listOf(probe),
});

/**
 * Evidence from an export that may be older, newer or broken: what cannot be read counts as not
 * seen, and only an ending must be there.
 * @returns null: no ending, nothing to explain
 */
export function readEvidence(value: unknown): Evidence | null {
  const read = v.safeParse(schema, value);
  return read.success ? read.output : null;
}

/** One probe of a log. @returns null: nothing that a probe says */
export function readProbe(value: unknown): ProbeResult | null {
  const read = v.safeParse(probe, value);
  return read.success ? read.output : null;
}
