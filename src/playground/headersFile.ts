/** One block of a `_headers` file: a pattern and the headers of what matches it. */
export interface HeaderRule {
  /** an absolute path; a "*" at its end stands for anything */
  readonly pattern: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

function fault(line: number, what: string): Error {
  return new Error(`public/_headers, line ${line}: ${what}`);
}

/**
 * Reads the format of Netlify and Cloudflare Pages: a path at the start of a line, its headers
 * indented below, "#" for comments. Only what our own file uses: no placeholders, a "*" only at
 * the end of a pattern.
 * @throws with the line, because the file is ours and a header lost in silence is a hole
 */
export function parseHeadersFile(text: string): readonly HeaderRule[] {
  const rules: { pattern: string; headers: [string, string][] }[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const content = line.trim();
    if (content === "" || content.startsWith("#")) continue;

    if (!/^\s/.test(line)) {
      if (!/^\/[^*:\s]*\*?$/.test(content)) throw fault(index + 1, "this is no path we understand");
      rules.push({ pattern: content, headers: [] });
      continue;
    }
    const header = /^([\w-]+):\s*(.+)$/.exec(content);
    const [, name, value] = header ?? [];
    if (name === undefined || value === undefined) throw fault(index + 1, "this is no header");
    const rule = rules.at(-1);
    if (rule === undefined) throw fault(index + 1, "this header belongs to no path");
    rule.headers.push([name, value]);
  }
  return rules;
}

const matches = (pattern: string, path: string): boolean =>
  pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;

/**
 * The headers of one path. Where several rules set the same one, hosts join the values with a
 * comma, and so do we: of two content security policies both apply.
 * @param path without the query
 */
export function headersFor(rules: readonly HeaderRule[], path: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { pattern, headers } of rules) {
    if (!matches(pattern, path)) continue;
    for (const [name, value] of headers) {
      const earlier = found.get(name);
      found.set(name, earlier === undefined ? value : `${earlier}, ${value}`);
    }
  }
  return found;
}
