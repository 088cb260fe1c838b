import { CERTAINTY_RANK, type Clue, type ClueDetail } from "./clue.ts";
import { certain, type Verdict } from "./phrase.ts";
import type { Hit } from "./scan.ts";

/** What belongs to one event stands within so many lines. */
const EVENT = 15;
/** And is at most so many phrases away, in a log that has no lines. */
const NEAR = 60;
/** A log of thousands of different ones is told of by its first. */
const MOST = 200;

interface Counted extends Hit {
  readonly count: number;
}

/** Hits, put together as far as they tell of the same, the strongest first. */
export function weigh(hits: readonly Hit[], text: string): Clue[] {
  const clues = withFamilies(counted(joined(hits)), text).flatMap(cluesOf);
  return clues
    .filter((clue, at) => !clues.some((other, place) => saysMore(other, clue, place < at)))
    .toSorted((one, other) => rank(one) - rank(other));
}

const cluesOf = ({ verdicts, detail, span, count }: Counted): readonly Clue[] =>
  verdicts.map(({ cause, certainty, detail: own }) => ({
    cause,
    certainty,
    span,
    detail: { isUpstream: false, ...detail, ...own, count },
  }));

/** A class says less than its members. */
const rank = ({ certainty, cause }: Clue): number => CERTAINTY_RANK[certainty] + (cause === "unreachable" ? 0.5 : 0);

/** The same cause at the same place, with more certainty, or earlier with the same. */
const saysMore = (one: Clue, other: Clue, isEarlier: boolean): boolean =>
  one !== other &&
  one.cause === other.cause &&
  one.detail.isUpstream === other.detail.isUpstream &&
  isSamePlace(one.detail, other.detail) &&
  (CERTAINTY_RANK[one.certainty] < CERTAINTY_RANK[other.certainty] ||
    (one.certainty === other.certainty && isEarlier && isCovered(one.detail, other.detail)));

const fits = <Value>(one: Value | undefined, other: Value | undefined): boolean =>
  one === undefined || other === undefined || one === other;
const isSamePlace = (one: Partial<ClueDetail>, other: Partial<ClueDetail>): boolean =>
  fits(one.host, other.host) && fits(one.port, other.port);

/** Whether the second knows nothing that the first does not. */
const isCovered = (one: ClueDetail, other: ClueDetail): boolean =>
  (["host", "port", "status", "code", "reason", "subprotocol", "directive", "namespace"] as const).every(
    (name) => other[name] === undefined || other[name] === one[name],
  );

/** Lines that repeat the event of another one beside them go into it: properties of an error, a summary at its end. */
function joined(hits: readonly Hit[]): readonly Hit[] {
  const kept = hits.map((hit) => ({ hit, isKept: true }));
  for (const [at, entry] of kept.entries()) {
    if (!entry.hit.isEcho) continue;
    const main = neighbour(kept, at);
    if (!main) continue;
    entry.isKept = false;
    main.hit = { ...main.hit, detail: { ...entry.hit.detail, ...main.hit.detail } };
  }
  return kept.filter(({ isKept }) => isKept).map(({ hit }) => hit);
}

type Entry = { hit: Hit; isKept: boolean };

/** The nearest that says the same of the same place: before it, or else behind it. */
function neighbour(entries: readonly Entry[], at: number): Entry | null {
  const own = entries[at]?.hit;
  if (!own) return null;
  for (const step of [-1, 1])
    for (let place = at + step; place >= 0 && place < entries.length; place += step) {
      const entry = entries[place];
      if (!entry || Math.abs(entry.hit.line - own.line) > EVENT || Math.abs(place - at) > NEAR) break;
      if (entry.isKept && isSameEvent(entry.hit, own)) return entry;
    }
  return null;
}

const isSameEvent = (one: Hit, other: Hit): boolean =>
  one.verdicts.some(({ cause }) => other.verdicts.some((verdict) => verdict.cause === cause)) &&
  fits(one.detail.port, other.detail.port) &&
  fits(one.detail.status, other.detail.status) &&
  fits(one.detail.errno, other.detail.errno) &&
  isSameHost(one.detail.host, other.detail.host);

/** A name and one of its addresses are the same host here. */
const isSameHost = (one: string | undefined, other: string | undefined): boolean =>
  fits(one, other) || isNumeric(one) !== isNumeric(other);
const isNumeric = (host = ""): boolean => /^[\d.]+$|:/.test(host);

/** What tells one event from another. */
const OWN = [
  "host",
  "port",
  "status",
  "code",
  "reason",
  "errno",
  "subprotocol",
  "directive",
  "header",
  "namespace",
  "tool",
] as const;

/** What stands there more than once is one, with its number and its first place. */
function counted(hits: readonly Hit[]): readonly Counted[] {
  const groups = new Map<string, { hit: Hit; count: number }>();
  for (const hit of hits) {
    const key = JSON.stringify([hit.verdicts, ...OWN.map((name) => hit.detail[name])]);
    const group = groups.get(key);
    if (group) group.count += 1;
    else if (groups.size < MOST) groups.set(key, { hit, count: 1 });
  }
  return [...groups.values()].map(({ hit, count }) => ({ ...hit, count }));
}

/** Where the text tells of 127.0.0.1 and the same port, too, more is known of `::1`. */
function withFamilies(hits: readonly Counted[], text: string): readonly Counted[] {
  const speaksOf = ({ verdicts }: Hit): boolean => verdicts.some(({ cause }) => cause === "localhost-family");
  if (!hits.some(speaksOf)) return hits;
  const open = openOver4(text);
  return hits.map((hit) => {
    const { port } = hit.detail;
    if (!speaksOf(hit) || port === undefined) return hit;
    const isRefusedOverBoth = hits.some(
      ({ detail, verdicts }) =>
        detail.port === port &&
        detail.host?.startsWith("127.") === true &&
        verdicts.some(({ cause }) => cause === "refused"),
    );
    if (isRefusedOverBoth) return { ...hit, verdicts: [certain("refused")] };
    return open.has(port) ? { ...hit, verdicts: onlyFamily(hit.verdicts) } : hit;
  });
}

const onlyFamily = (verdicts: readonly Verdict[]): readonly Verdict[] =>
  verdicts.filter(({ cause }) => cause !== "refused");

const OPEN_OVER_4 =
  /(?:\(127\.0\.0\.1(?:\) port |:| port )|(?:[Ll]isten(?:ing|s)?|[Rr]unning|[Ss]erving) (?:on |at )?(?:\w{1,20}:\/\/)?127\.0\.0\.1:)(\d{1,5})\b/g;

/** Ports of 127.0.0.1 that curl connected to, or that a server says it listens on. */
const openOver4 = (text: string): ReadonlySet<number> =>
  new Set(Array.from(text.matchAll(OPEN_OVER_4), ([, port]) => Number(port)));
