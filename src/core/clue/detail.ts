import type { ClueDetail } from "./clue.ts";
import { placeOf, placeOfPair, placeOfUrl } from "./place.ts";

/** Groups that are taken as they stand. */
const TEXTS = [
  "url",
  "reason",
  "subprotocol",
  "blockedUri",
  "directive",
  "errno",
  "header",
  "after",
  "namespace",
  "path",
] as const;
/** A line may name things without end; what is shown of them has one. */
const LONGEST = 400;

/**
 * Details that named groups give. `pair` is a `host:port`.
 * @param groups of a match; those that took no part are undefined
 */
export function detailOf(groups: Readonly<Record<string, string | undefined>>): Partial<ClueDetail> {
  const texts = TEXTS.map((name) => [name, groups[name]?.trim().slice(0, LONGEST) ?? ""] as const);
  const { url, urlAfter, blockedUri, pair, host, port, status, code } = groups;
  const address = url ?? urlAfter ?? blockedUri;
  return {
    ...(urlAfter !== undefined && { url: urlAfter }),
    ...Object.fromEntries(texts.filter(([, text]) => text !== "")),
    ...(address !== undefined && placeOfUrl(address)),
    ...(pair !== undefined && placeOfPair(pair)),
    ...(host !== undefined && placeOf(host, port ?? null)),
    ...(host === undefined && port !== undefined && placeOf("", port)),
    ...(status !== undefined && { status: Number(status) }),
    ...(code !== undefined && { code: Number(code) }),
  };
}
