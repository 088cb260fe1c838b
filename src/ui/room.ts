import { useSyncExternalStore } from "react";
import { useWorkbench } from "../state/workbench.ts";

type Watched = readonly [subscribe: (tell: () => void) => () => void, read: () => boolean];

/** A claim about the window, and who is told when it changes. */
function watched(query: string): Watched {
  const media = matchMedia(query);
  const subscribe = (tell: () => void): (() => void) => {
    media.addEventListener("change", tell);
    return () => {
      media.removeEventListener("change", tell);
    };
  };
  return [subscribe, () => media.matches];
}

const known = new Map<number, Watched>();

/** Whether the window is wider, in px of a page that is not enlarged: what is twice as large needs twice the room. */
function useIsWiderThan(width: number): boolean {
  const zoom = useWorkbench(({ settings }) => settings.zoom);
  const wanted = width * zoom;
  const watch = known.get(wanted) ?? watched(`(width > ${String(wanted)}px)`);
  known.set(wanted, watch);
  return useSyncExternalStore(...watch);
}

/** Whether there is room for the profiles beside the work. */
export const useIsWide = (): boolean => useIsWiderThan(1199);

/** Whether one panel has the whole work area: the window is narrow, or somebody wants the log alone. */
export function useIsOnePanel(): boolean {
  // The rest of max-width: 860px in the styles, also between two whole numbers.
  const isNarrow = !useIsWiderThan(860);
  const isWanted = useWorkbench((state) => state.settings.onePanel);
  return isNarrow || isWanted;
}
