export interface Token {
  readonly text: string;
  /** Counted from one. */
  readonly line: number;
}

const TOKEN =
  /\s+|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\.?[A-Za-z_][\w.]*|\d[\w.]*(?:[+-]\d+)?|[^]/gu;

/** The words of a .proto file; comments and white space are gone. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 1;
  for (const [piece] of text.matchAll(TOKEN)) {
    if (!/^(?:\s|\/\/|\/\*)/.test(piece)) tokens.push({ text: piece, line });
    for (let at = piece.indexOf("\n"); at >= 0; at = piece.indexOf("\n", at + 1)) line++;
  }
  return tokens;
}
