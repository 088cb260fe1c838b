/** Sizes count in thousands, as networks and browsers' own tools do. */
export function formatSize(size: number): string {
  if (size < 1000) return `${String(size)} B`;
  if (size < 1_000_000) return `${trim(size / 1000)} kB`;
  return size < 1_000_000_000 ? `${trim(size / 1_000_000)} MB` : `${trim(size / 1_000_000_000)} GB`;
}

/** A span in the unit that keeps it short: `0.3 ms`, `1.2 s`, `4 min`. */
export function formatSpan(span: number): string {
  if (span < 1000) return `${span.toFixed(1)} ms`;
  if (span < 60_000) return `${trim(span / 1000)} s`;
  return `${trim(span / 60_000)} min`;
}

const trim = (value: number): string => value.toFixed(1).replace(/\.0$/, "");

export const formatCount = (count: number): string => count.toLocaleString("en-US");
