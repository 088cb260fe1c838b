/** Two lists side by side: a run of equal members, or members of only one of them. */
export interface Run {
  readonly is: "same" | "removed" | "added";
  /** Index in the first list, or for "added" where in it the members would stand. */
  readonly from: number;
  /** The same for the second. */
  readonly to: number;
  readonly count: number;
}

export interface Alignment {
  readonly runs: readonly Run[];
  /** Whether the middle was given up on, and stands as removed and added as a whole. */
  readonly isCoarse: boolean;
}

/** Edits between two lists beyond which aligning them is given up: time and memory grow with the square. */
const MOST_EDITS = 1000;

/**
 * The shortest way from one list to another, by members that are equal.
 * @see E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986
 */
export function align(
  first: number,
  second: number,
  isSame: (a: number, b: number) => boolean,
  most: number = MOST_EDITS,
): Alignment {
  let head = 0;
  while (head < first && head < second && isSame(head, head)) head++;
  let tail = 0;
  while (tail < first - head && tail < second - head && isSame(first - 1 - tail, second - 1 - tail)) tail++;
  const [width, height] = [first - head - tail, second - head - tail];
  const steps = shortest(width, height, (a, b) => isSame(head + a, head + b), most);
  const runs: Run[] = [];
  const add = (is: Run["is"], from: number, to: number, count: number): void => {
    if (count === 0) return;
    const last = runs.at(-1);
    if (last?.is === is) runs[runs.length - 1] = { ...last, count: last.count + count };
    else runs.push({ is, from, to, count });
  };
  add("same", 0, 0, head);
  if (steps === null) {
    add("removed", head, head, width);
    add("added", head + width, head, height);
  } else for (const { is, a, b } of steps) add(is, head + a, head + b, 1);
  add("same", first - tail, second - tail, tail);
  return { runs, isCoarse: steps === null };
}

interface Step {
  readonly is: Run["is"];
  readonly a: number;
  readonly b: number;
}

/** One step for each member; null beyond `most` edits. */
function shortest(
  width: number,
  height: number,
  isSame: (a: number, b: number) => boolean,
  most: number,
): readonly Step[] | null {
  const limit = Math.min(width + height, most);
  const furthest = new Int32Array(2 * limit + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= limit; edits++) {
    trace.push(furthest.slice(limit + 1 - edits - 1, limit + 1 + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const [below, above] = [furthest[limit + diagonal] ?? 0, furthest[limit + 2 + diagonal] ?? 0];
      let a = diagonal === -edits || (diagonal !== edits && below < above) ? above : below + 1;
      while (a < width && a - diagonal < height && isSame(a, a - diagonal)) a++;
      furthest[limit + 1 + diagonal] = a;
      if (a >= width && a - diagonal >= height) return walkBack(trace, width, height);
    }
  }
  return null;
}

/** From the end to the beginning, by what was furthest before each edit. */
function walkBack(trace: readonly Int32Array[], width: number, height: number): readonly Step[] {
  const steps: Step[] = [];
  let [a, b] = [width, height];
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const before = trace[edits] ?? new Int32Array();
    const at = (diagonal: number): number => before[edits + 1 + diagonal] ?? 0;
    const diagonal = a - b;
    const isDown = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));
    const last = isDown ? diagonal + 1 : diagonal - 1;
    const [fromA, fromB] = edits === 0 ? [0, 0] : [at(last), at(last) - last];
    while (
      a > fromA &&
      b > fromB &&
      (edits === 0 || a - b === diagonal) &&
      (a > (isDown ? fromA : fromA + 1) || edits === 0)
    ) {
      a--;
      b--;
      steps.push({ is: "same", a, b });
    }
    if (edits === 0) break;
    if (isDown) steps.push({ is: "added", a, b: --b });
    else steps.push({ is: "removed", a: --a, b });
  }
  return steps.toReversed();
}
