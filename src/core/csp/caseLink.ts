import { writeBase64Url } from "../units/base64Url.ts";
import { readBase64 } from "../units/byteText.ts";
import { deflate, inflate } from "../units/deflate.ts";
import { fail, ok, type Result } from "../units/result.ts";
import { strictUtf8, utf8 } from "../units/utf8.ts";
import { CONTEXTS, RESOURCES, type ConnectContext, type PolicyText, type Resource } from "./case.ts";

/** A case as it is shared and edited: for every engine. */
export interface LabCase {
  readonly pageUrl: string;
  readonly targetUrl: string;
  readonly resource: Resource;
  readonly context: ConnectContext;
  readonly policies: readonly PolicyText[];
}

export type CaseFault =
  /** Cut off, or changed on its way. */
  { readonly kind: "broken" } | { readonly kind: "newer" } | { readonly kind: "too-large" };

const VERSION = 1;
/** Characters of a link, octets of what it holds, policies. */
const LONGEST = 100_000;
const LARGEST = 500_000;
export const MOST_POLICIES = 20;

/** What stands behind `#/lab/`: `1.` and base64url of deflated JSON. */
export async function encodeCase({ pageUrl, targetUrl, resource, context, policies }: LabCase): Promise<string> {
  const texts = policies.map(({ delivery, disposition, text }) => [delivery, disposition, text]);
  const octets = await deflate(utf8(JSON.stringify([pageUrl, targetUrl, resource, context, texts])));
  return `${String(VERSION)}.${writeBase64Url(octets)}`;
}

/** Reads it strictly and within bounds: it comes from anybody. */
export async function decodeCase(code: string): Promise<Result<LabCase, CaseFault>> {
  if (code.length > LONGEST) return fail({ kind: "too-large" });
  const [, version = "", coded = ""] = /^([1-9]\d{0,8})\.(.*)$/s.exec(code.trim()) ?? [];
  if (Number(version) > VERSION) return fail({ kind: "newer" });
  const octets = readBase64(coded);
  if (version === "" || coded === "" || !octets.ok) return fail({ kind: "broken" });
  const inflated = await inflate(octets.value, LARGEST);
  if (!inflated.ok) return fail({ kind: inflated.fault });
  const read = readCase(parsed(strictUtf8(inflated.value)));
  return read === null ? fail({ kind: "broken" }) : ok(read);
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

function readCase(value: unknown): LabCase | null {
  if (!isList(value)) return null;
  const [pageUrl, targetUrl, what, where, texts] = value;
  const resource = RESOURCES.find((one) => one === what);
  const context = CONTEXTS.find((one) => one === where);
  if (typeof pageUrl !== "string" || typeof targetUrl !== "string" || !resource || !context) return null;
  if (!isList(texts) || texts.length > MOST_POLICIES) return null;
  const policies = texts.map(readPolicy);
  return policies.every((policy) => policy !== null) ? { pageUrl, targetUrl, resource, context, policies } : null;
}

function readPolicy(value: unknown): PolicyText | null {
  if (!isList(value)) return null;
  const [how, whether, text] = value;
  const delivery = how === "header" || how === "meta" ? how : null;
  const disposition = whether === "enforce" || whether === "report" ? whether : null;
  return delivery && disposition && typeof text === "string" ? { delivery, disposition, text } : null;
}
