import { writeBase64Url } from "../../units/base64Url.ts";
import { readBase64 } from "../../units/byteText.ts";
import { fail, ok, type Result } from "../../units/result.ts";
import { strictUtf8, utf8 } from "../../units/utf8.ts";
import type { Bundle } from "../bundle.ts";
import type { Problem, Wrong } from "./codec.ts";
import { deflate, inflate } from "../../units/deflate.ts";
import { canSeal, open, seal, SHORTEST_SEALED } from "./seal.ts";
import { bundleCodec, readBundle, type Limits } from "./wire.ts";

/** Why a link cannot be read. Nothing of it is used then. */
export type LinkFault =
  /** Cut off, or changed on its way. */
  | { readonly kind: "broken" }
  /** A later Sockwright wrote it. */
  | { readonly kind: "newer"; readonly version: number }
  /** @property path of a list or text with too much in it; empty: the whole */
  | { readonly kind: "too-large"; readonly path: string }
  | { readonly kind: "needs-passphrase" }
  /** Or a sealed link that was changed on its way: the cipher cannot tell one from the other. */
  | { readonly kind: "wrong-passphrase" }
  | { readonly kind: "wrong-content"; readonly path: string; readonly problem: Problem }
  /** There is no setup and no environment in it. */
  | { readonly kind: "nothing" }
  /** This page came over plain HTTP, where browsers have no ciphers. */
  | { readonly kind: "no-cipher" };

/** Of everything behind `#/p/`, in characters. What is longer does not get through chats and mail either. */
export const LONGEST_LINK = 200_000;
const LARGEST_CONTENT = 2_000_000;
const LINK_LIMITS: Limits = { profiles: 500, environments: 100, variables: 500, messages: 500, octets: 1_000_000 };

const codec = bundleCodec(LINK_LIMITS);
const VERSION = 1;

/**
 * What stands behind `#/p/` in a link: `1.` and base64url of deflated JSON, which holds what differs from a new
 * setup. May be longer than LONGEST_LINK: then nobody can open it.
 */
export async function encodeLink(bundle: Bundle): Promise<string> {
  return `${String(VERSION)}.${writeBase64Url(await deflate(utf8(compactJson(bundle))))}`;
}

/**
 * The same under a passphrase: `1e.` and base64url of salt, nonce and ciphertext.
 * @param salt 16 random octets @param iv 12 random octets; the caller owns the dice
 */
export async function encodeSealed(
  bundle: Bundle,
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iv: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const content = await deflate(utf8(compactJson(bundle)));
  return `${String(VERSION)}e.${writeBase64Url(await seal(content, passphrase, salt, iv))}`;
}

const compactJson = (bundle: Bundle): string => JSON.stringify(codec.write(bundle, "compact"));

/** @returns whether a text is a link under a passphrase, as far as one sees without it */
export const isSealed = (text: string): boolean => behindMark(text).startsWith("1e.");

/**
 * Reads what stands behind `#/p/`, or a whole link.
 * @param passphrase null or empty: none was given; of no matter for a link without one
 */
export async function decodeLink(text: string, passphrase: string | null): Promise<Result<Bundle, LinkFault>> {
  if (text.length > LONGEST_LINK) return fail({ kind: "too-large", path: "" });
  const code = behindMark(text);
  if (code === "") return fail({ kind: "nothing" });
  const [, digits = "", marks = "", coded = ""] = /^([1-9]\d{0,8})([a-z]*)\.(.*)$/s.exec(code) ?? [];
  if (Number(digits) > VERSION) return fail({ kind: "newer", version: Number(digits) });
  const octets = readBase64(coded);
  if (digits === "" || !["", "e"].includes(marks) || !octets.ok) return fail({ kind: "broken" });
  if (marks === "") return readContent(octets.value);
  if (octets.value.length < SHORTEST_SEALED) return fail({ kind: "broken" });
  if (!canSeal()) return fail({ kind: "no-cipher" });
  if (passphrase === null || passphrase === "") return fail({ kind: "needs-passphrase" });
  const opened = await open(octets.value, passphrase);
  return opened === null ? fail({ kind: "wrong-passphrase" }) : readContent(opened);
}

const behindMark = (text: string): string =>
  text
    .slice(text.lastIndexOf("#/p/") + 1)
    .replace(/^\/p\//, "")
    .trim();

async function readContent(deflated: Uint8Array<ArrayBuffer>): Promise<Result<Bundle, LinkFault>> {
  const inflated = await inflate(deflated, LARGEST_CONTENT);
  if (!inflated.ok) return fail(inflated.fault === "broken" ? { kind: "broken" } : { kind: "too-large", path: "" });
  const parsed = parseJson(strictUtf8(inflated.value));
  if (!parsed.ok) return parsed;
  const read = readBundle(parsed.value, codec);
  if (!read.ok) return fail(contentFault(read.fault));
  const { profiles, environments } = read.value;
  return profiles.length + environments.length === 0 ? fail({ kind: "nothing" }) : read;
}

function parseJson(text: string | null): Result<unknown, { readonly kind: "broken" }> {
  try {
    return text === null ? fail({ kind: "broken" }) : ok(JSON.parse(text));
  } catch {
    return fail({ kind: "broken" });
  }
}

/** Too much of something is too large; everything else is wrong. */
export const contentFault = ({
  path,
  problem,
}: Wrong): Extract<LinkFault, { readonly kind: "too-large" | "wrong-content" }> =>
  problem.kind === "too-many" || problem.kind === "too-long"
    ? { kind: "too-large", path }
    : { kind: "wrong-content", path, problem };
