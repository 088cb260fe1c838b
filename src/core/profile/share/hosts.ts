import { PROTOCOLS } from "../../protocols/index.ts";
import { readUrl } from "../../protocols/readUrl.ts";
import type { Bundle } from "../bundle.ts";
import type { Profile } from "../profile.ts";
import { filler, type Variable } from "../template.ts";
import { addressParts } from "./address.ts";
import { readLabel } from "./punycode.ts";

/** Where a setup would connect. */
export type Destination =
  | {
      readonly kind: "host";
      /** As it goes to the network: Punycode, an address as a dotted number. */
      readonly host: string;
      readonly port: number;
      readonly isSecure: boolean;
      readonly look: LookAlike | null;
    }
  /** A variable without a value stands in it. @property template without user and password, path and query */
  | { readonly kind: "template"; readonly template: string }
  /** Empty, or no address. */
  | { readonly kind: "none"; readonly typed: string };

/** A host that may be another than it seems. @property shown what it is in truth */
export interface LookAlike {
  readonly kind: "punycode" | "mixed-script" | "confusable" | "ip-number" | "userinfo";
  readonly shown: string;
}

/** For each setup of a bundle, in its order. @param environment variables besides the setup's own */
export const hostsOf = (
  bundle: Bundle,
  environment: readonly Variable[] = [],
  securePage = false,
): readonly Destination[] => bundle.profiles.map(({ profile }) => destinationOf(profile, environment, securePage));

export function destinationOf(
  { url, protocol, variables }: Profile,
  environment: readonly Variable[] = [],
  securePage = false,
): Destination {
  // Without clock and dice: no address depends on them.
  const fill = filler(
    [...variables, ...environment].filter(({ value }) => value !== ""),
    {
      now: () => 0,
      chance: () => 0,
      count: () => 1,
    },
  );
  const filled = fill(url);
  if (!filled.ok) {
    const { head, host } = addressParts(url);
    return { kind: "template", template: head + host };
  }
  const reading = readUrl(filled.value.text, { schemes: PROTOCOLS[protocol].schemes, pathInUrl: true, securePage });
  if (reading.type !== "ok") return { kind: "none", typed: filled.value.text };
  const { hostname, port, protocol: scheme } = new URL(reading.url);
  const isSecure = scheme === "wss:" || scheme === "https:";
  return {
    kind: "host",
    host: hostname,
    port: port === "" ? (isSecure ? 443 : 80) : Number(port),
    isSecure,
    look: lookAlike(reading.url),
  };
}

/**
 * Whether the host of an address is likely to be taken for another.
 * @param address a URL or a bare host, as typed: `URL` would tidy away what is odd
 */
export function lookAlike(address: string): LookAlike | null {
  const { userinfo, host } = addressParts(address.trim());
  const typed = host.replace(/:\d*$/, "");
  const name = networkName(typed);
  if (name === null) return null;
  if (userinfo !== null && looksLikeHost(userinfo)) return { kind: "userinfo", shown: name };
  if (/^\d+(?:\.\d+){3}$/.test(name)) return name === typed ? null : { kind: "ip-number", shown: name };
  const labels = name.split(".").map(readLabel);
  const readable = labels.join(".");
  if (readable === name) return null;
  const shown = `${readable} (${name})`;
  if (labels.some(mixesScripts)) return { kind: "mixed-script", shown };
  return { kind: labels.some(isConfusable) ? "confusable" : "punycode", shown };
}

/** The host as it goes to the network; null for none, or a template. */
function networkName(typed: string): string | null {
  const url = `http://${typed}/`;
  if (typed === "" || /[{}\s]/.test(typed) || !URL.canParse(url)) return null;
  return new URL(url).hostname;
}

/** A name with a dot, or with a port: nobody's name looks like this, nor a password. */
function looksLikeHost(userinfo: string): boolean {
  const plain = userinfo.replace(/%2e/gi, ".").replace(/%3a/gi, ":").replace(/%2f/gi, "/");
  const [user = ""] = plain.split(/[:/]/);
  return (
    /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u.test(user) || /^(?:localhost|\d+(?:\.\d+){3})$/i.test(user)
  );
}

const ALPHABETS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

/** Two alphabets in one label; Latin beside Chinese, Japanese or Korean is usual and none. */
const mixesScripts = (label: string): boolean => ALPHABETS.filter((alphabet) => alphabet.test(label)).length > 1;

/** Cyrillic and Greek letters that are drawn as Latin ones. */
const TWINS = /^[асԁеһіјӏорԛѕԝхугпкмтвньαεικνορτυχγω\d-]+$/u;

/** A label of another alphabet that reads as one in Latin letters. */
const isConfusable = (label: string): boolean => /[^\x00-\x7f]/.test(label) && TWINS.test(label);
