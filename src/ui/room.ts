import { useSyncExternalStore } from "react";
import { useWorkbench } from "../state/workbench.ts";

/** A claim about the window, and who is told when it changes. */
function watched(query: string): readonly [subscribe: (tell: () => void) => () => void, read: () => boolean] {
  const media = matchMedia(query);
  const subscribe = (tell: () => void): (() => void) => {
    media.addEventListener("change", tell);
    return () => {
      media.removeEventListener("change", tell);
    };
  };
  return [subscribe, () => media.matches];
}

const ROOMY = watched("(min-width: 1200px)");
const NARROW = watched("(max-width: 860px)");

/** Whether there is room for the profiles beside the work. */
export const useIsWide = (): boolean => useSyncExternalStore(...ROOMY);

/** Whether one panel has the whole work area: the window is narrow, or somebody wants the log alone. */
export function useIsOnePanel(): boolean {
  const isNarrow = useSyncExternalStore(...NARROW);
  const isWanted = useWorkbench((state) => state.settings.onePanel);
  return isNarrow || isWanted;
}
