import { parseFilter } from "../../core/log/filter.ts";
import { useLogView, useTab } from "../../state/workbench.ts";
import { Rich } from "../parts/Rich.tsx";
import { useLogTexts } from "./useLogTexts.ts";

/** What is wrong with the filter, under its field. */
export function FilterSays() {
  const texts = useLogTexts();
  const filter = useTab((tab) => tab.log.filter);
  const isStuck = useLogView(({ view }) => view?.isStuck ?? false);
  const parsed = parseFilter(filter);
  const says = parsed.ok
    ? isStuck
      ? texts?.stuck
      : undefined
    : texts?.filterFault[parsed.fault.problem](parsed.fault.found);
  return (
    <p
      id="filter-says"
      className={says === undefined ? "vh" : "says is-wrong border-b border-line px-3 py-1"}
      role={says === undefined ? undefined : "alert"}
    >
      {says === undefined ? "" : <Rich text={says} />}
    </p>
  );
}
