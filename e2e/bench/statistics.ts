/** The middle of the sorted values; of an even number, the mean of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper;
}

/** @param share 0.95: the value that 95 % do not exceed */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/**
 * How fast a count grows, by least squares: a status line shows its count some time late, and two
 * ends alone would be wrong by the difference of the two delays.
 * @param samples at least two, `at` in milliseconds
 * @returns per second
 */
export function slope(samples: readonly { readonly at: number; readonly count: number }[]): number {
  const mean = (pick: (one: { readonly at: number; readonly count: number }) => number): number =>
    samples.reduce((sum, one) => sum + pick(one), 0) / samples.length;
  const [at, count] = [mean((one) => one.at), mean((one) => one.count)];
  const together = mean((one) => (one.at - at) * (one.count - count));
  return (together / mean((one) => (one.at - at) ** 2)) * 1000;
}
