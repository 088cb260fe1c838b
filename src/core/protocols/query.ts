/** One parameter of a URL's query, as people read it: decoded. */
export interface Param {
  readonly name: string;
  readonly value: string;
}

/** The parameters of an address that may still hold `{{variables}}`; order and duplicates are kept. */
export function readParams(url: string): readonly Param[] {
  const query = splitQuery(url).query;
  if (query === null || query === "") return [];
  return query.split("&").map((pair) => {
    const equals = pair.indexOf("=");
    return equals < 0
      ? { name: decode(pair), value: "" }
      : { name: decode(pair.slice(0, equals)), value: decode(pair.slice(equals + 1)) };
  });
}

/** The same address with these parameters instead. What did not change keeps its spelling. */
export function writeParams(url: string, params: readonly Param[]): string {
  const { base, query, fragment } = splitQuery(url);
  const spelled = query === null || query === "" ? [] : query.split("&");
  const before = readParams(url);
  const pairs = params.map((param, at) => {
    const same = before[at];
    const text = spelled[at];
    return text !== undefined && same?.name === param.name && same.value === param.value ? text : spell(param);
  });
  return base + (pairs.length > 0 ? `?${pairs.join("&")}` : "") + fragment;
}

function splitQuery(url: string): { base: string; query: string | null; fragment: string } {
  const hash = url.indexOf("#");
  const fragment = hash < 0 ? "" : url.slice(hash);
  const bare = hash < 0 ? url : url.slice(0, hash);
  const mark = bare.indexOf("?");
  return mark < 0
    ? { base: bare, query: null, fragment }
    : { base: bare.slice(0, mark), query: bare.slice(mark + 1), fragment };
}

const spell = ({ name, value }: Param): string => `${encode(name)}=${encode(value)}`;

/** Braces stay, so that a `{{variable}}` stays one; everything else that means something in a query does not. */
const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed())
    .replace(/%7B/g, "{")
    .replace(/%7D/g, "}")
    .replace(/%2C/g, ",")
    .replace(/%3A/g, ":")
    .replace(/%2F/g, "/")
    .replace(/%24/g, "$");

/** A `%` that begins no escape stays as it is: the URL standard allows it. */
function decode(text: string): string {
  const spaced = text.replace(/\+/g, " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
