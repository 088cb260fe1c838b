import type { ProfileField } from "../../core/profile/resolve.ts";
import { faultsOf } from "../../state/connection.ts";
import { effective } from "../../state/effective.ts";
import { useTab } from "../../state/workbench.ts";
import { Rich } from "../parts/Rich.tsx";
import { fieldFaultText, useText } from "../text.ts";

export function useHasFault(field: ProfileField): boolean {
  return useTab((tab) => faultsOf(effective(tab)).some((fault) => fault.field === field));
}

/** What is wrong with a field, under it. */
export function FieldFaults({ field, source = "" }: { readonly field: ProfileField; readonly source?: string }) {
  const t = useText();
  const profile = useTab(effective);
  const faults = faultsOf(profile).filter((fault) => fault.field === field);
  return faults.map(({ fault }) => {
    const text = fieldFaultText(t, fault, source);
    return (
      <p key={text} className="says is-wrong" role="alert">
        <Rich text={text} />
      </p>
    );
  });
}
