/** Words that make a name one of a secret: in a query, a header, a JSON object. All lower case, singular. */
const WORDS = new Set(
  (
    "token secret password passwd passcode passphrase pass pwd psw auth oauth authorization authentication bearer jwt sig " +
    "sign signature hmac key credential credentials cookie otp ticket csrf xsrf sid"
  ).split(" "),
);

/** Endings of names that are written in one word. */
const ENDING = /(?:token|secret|password|passwd|apikey|accesskey|authkey|privatekey|sessionid|jwt|signature|pwd)$/;

const CHINESE = /密码|口令|令牌|密钥|秘钥|签名|凭证|凭据/u;

/** Parameters of Engine.IO itself, which tell how it was asked; and keys that are made to be shown. */
const PLAIN = new Set(["EIO", "transport", "clientKey", "publicKey", "public_key"]);

/**
 * Whether a value under this name is best kept to oneself. Rather too often than too seldom: `key` is a
 * musical one somewhere, and the whole login elsewhere.
 */
export function isSecretName(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  const judged = judge(name);
  if (known.size < MOST_KNOWN) known.set(name, judged);
  return judged;
}

/** Messages repeat their keys: a log of a million asks for the same few names again and again. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 5000;

function judge(name: string): boolean {
  if (name === "" || PLAIN.has(name)) return false;
  const words = name
    .slice(0, 200)
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return words.some((word) => WORDS.has(word)) || ENDING.test(words.join("")) || CHINESE.test(name);
}

/** A JSON Web Token, signed or encrypted. Begins where a word does, so that no text takes long to look through. */
const JWT = /(?<![\w-])[\w-]{0,60}?(eyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]*(?:\.[\w-]+){0,2})/dg;

/** Keys that say by their first letters whose they are: OpenAI, GitHub, Slack, AWS, Google, Stripe. */
const MARKED =
  /(?<![A-Za-z0-9])(sk-[\w-]{16,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|xox[abeoprs]-[\w-]{10,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,}|[rs]k_(?:live|test)_\w{10,})/dg;

/** `Bearer …` and `Basic …` with something behind. */
const SCHEME = /(?<![\w-])(?:Bearer|Basic)[ +]([\w.~+/=-]{8,})/dgi;

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where in a text something stands that is a credential by its looks, in order, without overlaps. */
export function findCredentials(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const pattern of [JWT, MARKED, SCHEME]) {
    for (const { indices } of text.matchAll(pattern)) {
      const [from, to] = indices?.[1] ?? [0, 0];
      if (to > from) found.push({ from, to });
    }
  }
  const apart: Stretch[] = [];
  for (const stretch of found.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = apart.at(-1);
    if (last === undefined || last.to <= stretch.from) apart.push(stretch);
    else if (stretch.to > last.to) apart[apart.length - 1] = { from: last.from, to: stretch.to };
  }
  return apart;
}

export const looksLikeCredential = (text: string): boolean => findCredentials(text).length > 0;
