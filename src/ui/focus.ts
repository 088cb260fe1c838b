const find = (selector: string): HTMLElement | null => {
  const found = document.querySelector<HTMLElement>(selector);
  return found?.checkVisibility() === true ? found : null;
};

/** Frames to wait for what is still being fetched: a second, as a rule. */
const PATIENCE = 60;

/** The focus goes to what is drawn next, unless somebody takes it elsewhere first. */
export function focusNext(selector: string): void {
  const before = document.activeElement;
  let left = PATIENCE;
  requestAnimationFrame(function look() {
    const found = find(selector);
    const { activeElement } = document;
    if (found) found.focus();
    else if (left-- > 0 && (activeElement === before || activeElement === document.body)) requestAnimationFrame(look);
  });
}

/** The focus goes there at once, for what is typed next; to what is not seen yet as soon as it is. */
export function focus(selector: string): void {
  const there = find(selector);
  if (there) there.focus();
  else focusNext(selector);
}
