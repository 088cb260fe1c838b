/**
 * A label of a host name as people read it: `xn--fsqu00a` is 例子.
 * @returns the label itself where it is no Punycode, or broken
 * @see RFC 3492 §6.2
 */
export function readLabel(label: string): string {
  if (!/^xn--/i.test(label)) return label;
  return decode(label.slice(4).toLowerCase()) ?? label;
}

const BASE = 36;
const FIRST = 128;
const LAST = 0x10ffff;

function decode(text: string): string | null {
  const dash = text.lastIndexOf("-");
  const output = dash > 0 ? Array.from(text.slice(0, dash), (letter) => letter.charCodeAt(0)) : [];
  let code = FIRST;
  let bias = 72;
  let index = 0;
  for (let at = dash > 0 ? dash + 1 : 0; at < text.length;) {
    const before = index;
    for (let weight = 1, place = BASE; ; place += BASE) {
      const digit = digitOf(text.charCodeAt(at++));
      if (digit < 0) return null;
      index += digit * weight;
      const threshold = Math.min(26, Math.max(1, place - bias));
      if (digit < threshold) break;
      weight *= BASE - threshold;
      if (weight > LAST * BASE) return null;
    }
    const length = output.length + 1;
    bias = adapt(index - before, length, before === 0);
    code += Math.floor(index / length);
    index %= length;
    if (code > LAST || (code >= 0xd800 && code < 0xe000)) return null;
    output.splice(index++, 0, code);
  }
  return String.fromCodePoint(...output);
}

function digitOf(unit: number): number {
  if (unit >= 97 && unit <= 122) return unit - 97;
  return unit >= 48 && unit <= 57 ? unit - 22 : -1;
}

function adapt(delta: number, length: number, isFirst: boolean): number {
  let left = isFirst ? Math.floor(delta / 700) : delta >> 1;
  left += Math.floor(left / length);
  let place = 0;
  for (; left > 455; place += BASE) left = Math.floor(left / 35);
  return place + Math.floor((36 * left) / (left + 38));
}
