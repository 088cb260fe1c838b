/** A number of single precision with no more digits than tell it from its neighbours. */
export function float32Text(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  for (let digits = 1; digits < 10; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return float64Text(short);
  }
  return float64Text(value);
}

/** A double as JavaScript writes it, with the sign of a zero. */
export const float64Text = (value: number): string => (Object.is(value, -0) ? "-0" : String(value));

/** @see IEEE 754-2008 §3.4, binary16 */
export function readFloat16(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
