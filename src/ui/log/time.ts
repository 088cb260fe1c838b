const two = (count: number): string => String(count).padStart(2, "0");

/** Time of day to a tenth of a millisecond, or seconds since an origin. */
export function formatTime(time: number, origin: number | null): string {
  if (origin !== null) return `+${((time - origin) / 1000).toFixed(4)}`;
  const rounded = Math.round(time * 10) / 10;
  const date = new Date(Math.floor(rounded));
  const tenths = Math.round((rounded % 1000) * 10) % 10_000;
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(tenths).padStart(4, "0")}`;
}

/** The day before the time of day, where a log goes over midnight. */
export function formatDay(time: number): string {
  const date = new Date(time);
  return `${two(date.getMonth() + 1)}-${two(date.getDate())} `;
}

/** Always with one digit behind the point, so that the column reads as one. */
export const formatDelta = (delta: number): string => (delta < 0 ? delta.toFixed(1) : `+${delta.toFixed(1)}`);

/** A span that was measured: to a tenth of a millisecond, whatever its length. */
export const formatExact = (span: number): string =>
  Math.abs(span) < 1000 ? `${span.toFixed(1)} ms` : `${(span / 1000).toFixed(4)} s`;
