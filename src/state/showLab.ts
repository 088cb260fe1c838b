import { setWorkbench } from "./workbench.ts";

/** Opens the policy lab with what stands behind `#/lab`, or closes it with null. Its address says so. */
export function showLab(code: string | null): void {
  history.replaceState(null, "", location.pathname + location.search + (code === null ? "" : `#/lab${code}`));
  setWorkbench({ lab: code });
}
