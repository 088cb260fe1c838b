import { faultsOf } from "../../state/connection.ts";
import { effective } from "../../state/effective.ts";
import { useTab } from "../../state/workbench.ts";
import { Rich } from "../parts/Rich.tsx";
import { fieldFaultText, useText } from "../text.ts";

/** Why the server of the tab cannot be asked: what its address lacks, or what is wrong with it. */
export function AddressFault() {
  const t = useText();
  const profile = useTab(effective);
  const found = faultsOf(profile).find(({ field }) => field === "url" || field === "path");
  return (
    <p className="says is-wrong">
      <Rich text={found === undefined ? t.fieldFault["empty-url"]() : fieldFaultText(t, found.fault, profile.url)} />
    </p>
  );
}
