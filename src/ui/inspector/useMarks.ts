import { useMemo } from "react";
import { escapeRegex, parseFilter } from "../../core/log/filter.ts";
import { useTab } from "../../state/workbench.ts";

const NONE: readonly RegExp[] = [];

/** What the log's filter looks for in payloads, to be marked where it is found. */
export function useMarks(): readonly RegExp[] {
  const filter = useTab((tab) => tab.log.filter);
  return useMemo(() => {
    const parsed = parseFilter(filter);
    if (filter === "" || !parsed.ok) return NONE;
    return parsed.value.flatMap(({ not, test }) => {
      if (not) return [];
      if (test.type === "text") return [new RegExp(escapeRegex(test.text), test.anyCase ? "giu" : "gu")];
      return test.type === "regex" ? [new RegExp(test.regex.source, `${test.regex.flags.replace("g", "")}g`)] : [];
    });
  }, [filter]);
}
