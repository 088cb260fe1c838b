/** A place in a chart, and where the span that was begun there began; the same: there is none. */
export interface Place {
  readonly at: number;
  readonly anchor: number;
}

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

const FAR = 10;

/**
 * What a key does in a chart.
 * @returns where it leads, null for nowhere again; "choose": the span is taken; null: the key is not for the chart
 */
export function readKey(event: Key, place: Place | null, count: number): Place | "choose" | null {
  if (count === 0 || event.ctrlKey || event.altKey || event.metaKey) return null;
  if (event.key === "Enter") return place === null ? null : "choose";
  if (event.key === "Escape")
    return place !== null && place.at !== place.anchor ? { at: place.at, anchor: place.at } : null;
  const to = target(event.key, place?.at ?? null, count);
  if (to === null) return null;
  const at = Math.max(0, Math.min(count - 1, to));
  return { at, anchor: event.shiftKey && place !== null ? place.anchor : at };
}

function target(key: string, from: number | null, count: number): number | null {
  const step = (by: number): number => (from === null ? count - 1 : from + by);
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return step(-1);
    case "ArrowRight":
    case "ArrowUp":
      return step(1);
    case "PageDown":
      return step(-FAR);
    case "PageUp":
      return step(FAR);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

/** From the beginning of the first step to the end of the last; the times are the middles of steps of one width. */
export function spanOf(times: readonly number[], { at, anchor }: Place): [from: number, to: number] {
  const half = ((times[1] ?? 0) - (times[0] ?? 0)) / 2;
  const [first = 0, last = 0] = [times[Math.min(at, anchor)], times[Math.max(at, anchor)]];
  return [first - Math.max(half, 0), last + Math.max(half, 0)];
}
