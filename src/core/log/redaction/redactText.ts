import { addressParts, joinAddress, mapAddressParams, mapAddressPath } from "../../profile/share/address.ts";
import { findSpots, PACKET_HEAD } from "../../profile/share/secretText.ts";
import { readJson } from "../../units/json.ts";
import type { JsonPath } from "../../units/jsonPath.ts";
import { isSecretName } from "../../units/secretNames.ts";
import { findSpans, type Span } from "./spans.ts";

/** What takes the place of what is left out; in JSON as a string, so that JSON stays JSON. */
export const REDACTED = "[redacted]";

/** What shall not leave. */
export interface Redaction {
  /** Tokens, passwords, and what stands under a name like theirs. */
  readonly secrets: boolean;
  readonly paths: readonly JsonPath[];
}

/** How often something was left out, by what found it. */
export interface RedactedCount {
  readonly secrets: number;
  readonly paths: number;
}

export type Count = (by: Span["by"]) => void;

/** What the JSON array of an event is to a path: `$` is each argument. @property name its event; null: an acknowledgement */
export interface EventShape {
  readonly name: string | null;
}

/** The same text without what shall not leave. @param event null: it is no event, but may be a packet of one */
export function redactText(text: string, what: Redaction, count: Count, event: EventShape | null): string {
  const spans = spansOf(text, what, event);
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, by, put } of apart(spans)) {
    parts.push(text.slice(at, from), put);
    count(by);
    at = to;
  }
  return parts.join("") + text.slice(at);
}

/** @property put what takes its place */
interface Hidden extends Span {
  readonly put: string;
}

function spansOf(text: string, { secrets, paths }: Redaction, event: EventShape | null): readonly Hidden[] {
  // A login whose event says so: everything in it is one.
  const isNamed = secrets && event?.name != null && isSecretName(event.name);
  const spots = secrets ? findSpots(text, isNamed ? "auth" : "message") : [];
  const bySecret = spots
    .filter(({ path }) => !isNamed || path !== "0")
    .map(({ from, to, wrap }) => ({ from, to, by: "secret" as const, put: wrap(REDACTED) }));
  const start = event === null ? (PACKET_HEAD.exec(text)?.[0].length ?? 0) : 0;
  if (!/^\s*[[{"]/.test(text.slice(start, start + 100)) && paths.length === 0) return bySecret;
  const read = readJson(start === 0 ? text : text.slice(start));
  if (!read.ok) return bySecret;
  const isPacket = start > 0 || event !== null;
  // The first element of an event is its name; those of an acknowledgement are all arguments.
  const rootsFrom = isPacket ? (event?.name === null || /^\s*\d*43/.test(text.slice(0, start)) ? 0 : 1) : null;
  const json = start === 0 ? text : text.slice(start);
  const found = findSpans(json, read.value, { paths, rootsFrom, numbers: secrets });
  const moved = ({ from, to, by }: Span): Hidden => ({ from: from + start, to: to + start, by, put: `"${REDACTED}"` });
  return [...bySecret, ...found.map(moved)];
}

/** The wider of two that overlap stays: they nest, or are the same. */
function apart(spans: readonly Hidden[]): readonly Hidden[] {
  const kept: Hidden[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    if (last === undefined || span.from >= last.to) kept.push(span);
  }
  return kept;
}

/** The same in an address, where brackets would be escaped. */
const IN_ADDRESS = "redacted";

/** An address without user, password, and parameters that are secret by name or looks. */
export function redactUrl(url: string, count: Count): string {
  const parts = addressParts(url);
  const hide = (): string => {
    count("secret");
    return IN_ADDRESS;
  };
  const path = mapAddressPath(parts.tail, hide);
  const tail = mapAddressParams(path, ({ value, isSecret }) => (isSecret && value !== "" ? hide() : value));
  return joinAddress({ ...parts, userinfo: parts.userinfo === null || parts.userinfo === "" ? null : hide(), tail });
}

const ADDRESS = /(?:wss?|https?):\/\/[^\s`'"<>\\]+/gi;

/** Text of people and programs: addresses in it, and whatever else looks like a secret. */
export function redactProse(text: string, what: Redaction, count: Count): string {
  const cleared = what.secrets ? text.replace(ADDRESS, (url) => redactUrl(url, count)) : text;
  return redactText(cleared, what, count, null);
}
