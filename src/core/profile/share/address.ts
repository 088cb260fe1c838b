import { readParams, writeParams } from "../../protocols/query.ts";
import { isSecretName, looksLikeCredential } from "../../units/secretNames.ts";

/** An address as typed, in pieces that put together are the same text again. */
export interface AddressParts {
  /** Scheme and slashes. */
  readonly head: string;
  /** Before the `@`; null: there is none. */
  readonly userinfo: string | null;
  /** With its port. */
  readonly host: string;
  /** Path, query and fragment. */
  readonly tail: string;
}

const HEAD = /^(?:[^/／\\?#@＠]*[:：][/／\\]{2,}|\s*(?:wss?|https?)(?:[:：][/／\\]*|[/／\\]{2,})|\s*[/／\\]{2,})/isu;

export function addressParts(url: string): AddressParts {
  const head = HEAD.exec(url)?.[0] ?? "";
  const rest = url.slice(head.length);
  const end = rest.search(/[/／\\?？#]/u);
  const authority = end < 0 ? rest : rest.slice(0, end);
  const at = Math.max(authority.lastIndexOf("@"), authority.lastIndexOf("＠"), strayAt(authority, rest));
  if (at < 0) return { head, userinfo: null, host: authority, tail: rest.slice(authority.length) };
  const behind = rest.slice(at + 1);
  const hostEnd = behind.search(/[/／\\?？#]/u);
  const host = hostEnd < 0 ? behind : behind.slice(0, hostEnd);
  return { head, userinfo: rest.slice(0, at), host, tail: behind.slice(host.length) };
}

/** A password with `/`, `?` or `#` in it: no browser reads it as one, but a person typed it as one. */
function strayAt(authority: string, rest: string): number {
  if (authority.includes("@") || !/^[^[\]:]+:(?!\d*$)(?!\{\{)/.test(authority)) return -1;
  return rest.lastIndexOf("@");
}

export const joinAddress = ({ head, userinfo, host, tail }: AddressParts): string =>
  head + (userinfo === null ? "" : `${userinfo}@`) + host + tail;

/** A parameter of the query, or of what stands behind the `#`. */
export interface AddressParam {
  readonly name: string;
  readonly value: string;
  readonly isSecret: boolean;
}

/** The same address with other values for parameters that are secret. */
export function mapAddressParams(tail: string, valueOf: (param: AddressParam) => string): string {
  const hash = tail.indexOf("#");
  const bare = hash < 0 ? tail : tail.slice(0, hash);
  const fragment = hash < 0 ? "" : tail.slice(hash + 1);
  const inFragment = fragment.includes("=") ? mapQuery(`?${fragment}`, valueOf).slice(1) : fragment;
  return mapQuery(bare, valueOf) + (hash < 0 ? "" : `#${inFragment}`);
}

const mapQuery = (url: string, valueOf: (param: AddressParam) => string): string => {
  const params = readParams(url);
  if (params.length === 0) return url;
  return writeParams(
    url,
    params.map(({ name, value }) => ({ name, value: valueOf({ name, value, isSecret: isSecretParam(name, value) }) })),
  );
};

/** By its name, by its looks, or because an address stands in it that has such a parameter itself. */
function isSecretParam(name: string, value: string): boolean {
  if (isSecretName(name) || looksLikeCredential(value)) return true;
  if (!/[=@]/.test(value)) return false;
  const inner = [...value.matchAll(/(?:^|[?&;#])([^=&?;#]{1,100})=[^&;#]/g)];
  return inner.some(([, key = ""]) => isSecretName(key)) || /:\/\/[^/?#]*@/.test(value);
}

/** The same path with other values for segments that are credentials by their looks. */
export function mapAddressPath(tail: string, valueOf: (segment: string, index: number) => string): string {
  const end = tail.search(/[?#]/);
  const path = end < 0 ? tail : tail.slice(0, end);
  return (
    path
      .split("/")
      .map((segment, index) => (looksLikeCredential(segment) ? valueOf(segment, index) : segment))
      .join("/") + tail.slice(path.length)
  );
}
