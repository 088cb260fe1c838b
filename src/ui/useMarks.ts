import { useMemo } from "react";
import { parseFilter } from "../core/log/filter.ts";
import { markers } from "../core/log/marks.ts";
import { useTab } from "../state/workbench.ts";

const NONE: readonly RegExp[] = [];

/** What the log's filter looks for in payloads, to be marked where it is found. */
export function useMarks(): readonly RegExp[] {
  const filter = useTab((tab) => tab.log.filter);
  return useMemo(() => {
    const parsed = parseFilter(filter);
    return parsed.ok && parsed.value.length > 0 ? markers(parsed.value) : NONE;
  }, [filter]);
}
