import type UPlot from "uplot";

/**
 * A finger spans as a mouse does, which is all that the library hears. Up and down it still scrolls (`touch-action`).
 * @returns what to call at the end
 */
export function hearTouch(plot: UPlot): () => void {
  const { over } = plot;
  let from: number | null = null;
  const at = (event: PointerEvent): number => {
    const { left, width } = over.getBoundingClientRect();
    return Math.max(0, Math.min(width, event.clientX - left));
  };
  const show = (to: number, isChosen: boolean): void => {
    const begin = from ?? to;
    plot.setCursor({ left: to, top: over.clientHeight / 2 });
    const size = { left: Math.min(begin, to), top: 0, width: Math.abs(to - begin), height: over.clientHeight };
    plot.setSelect(size, isChosen);
  };
  const down = (event: PointerEvent): void => {
    if (event.pointerType === "mouse") return;
    from = at(event);
    show(from, false);
  };
  const move = (event: PointerEvent): void => {
    if (from !== null) show(at(event), false);
  };
  const up = (event: PointerEvent): void => {
    if (from !== null) show(at(event), true);
    from = null;
  };
  // The page is scrolled with it.
  const cancel = (): void => {
    from = null;
  };
  const heard = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: cancel } as const;
  for (const [type, listener] of Object.entries(heard)) over.addEventListener(type, listener as EventListener);
  return () => {
    for (const [type, listener] of Object.entries(heard)) over.removeEventListener(type, listener as EventListener);
  };
}
