/**
 * What runs in the page. Every function stands alone, because it travels there as text.
 */

/** What the instruments write down; times are the page's own milliseconds. */
interface Instruments {
  /** tasks that blocked the page for more than 50 ms */
  readonly longTasks: { readonly at: number; readonly duration: number }[];
  /** the count of received messages in the status line, at the moments when it changed */
  readonly shown: { readonly at: number; readonly count: number }[];
}

declare global {
  interface Window {
    readonly instruments: Instruments;
  }
}

/** Starts the instruments, before any script of the page. */
export function install(): void {
  const instruments: Instruments = { longTasks: [], shown: [] };
  Object.assign(window, { instruments });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) instruments.longTasks.push({ at: startTime, duration });
  }).observe({ type: "longtask" });

  const attribute = "data-received-count";
  new MutationObserver((mutations) => {
    for (const { target } of mutations) {
      const count = target instanceof Element ? target.getAttribute(attribute) : null;
      if (count !== null) instruments.shown.push({ at: performance.now(), count: Number(count) });
    }
  }).observe(document, { subtree: true, attributes: true, attributeFilter: [attribute] });
}

/**
 * Clicks the button of this name as soon as there is one. What assistive technology does not hear is no name.
 * @returns when
 */
export async function click(name: string): Promise<number> {
  const nameOf = (button: Element): string => {
    const copy = document.createElement("span");
    copy.append(...[...button.childNodes].map((node) => node.cloneNode(true)));
    for (const hidden of copy.querySelectorAll("[aria-hidden=true]")) hidden.remove();
    return button.getAttribute("aria-label") ?? copy.textContent.trim();
  };
  const find = (): HTMLButtonElement | undefined =>
    [...document.querySelectorAll("button")].find((button) => nameOf(button) === name && !button.disabled);
  const deadline = performance.now() + 10_000;
  while (find() === undefined) {
    if (performance.now() > deadline) throw new Error(`no button ${name}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const at = performance.now();
  find()?.click();
  return at;
}

/** @returns milliseconds between frames, while it watches */
export function watchFrames(duration: number): Promise<number[]> {
  return new Promise((resolve) => {
    const gaps: number[] = [];
    let last = 0;
    let end = 0;
    const onFrame = (now: number): void => {
      if (last > 0) gaps.push(now - last);
      else end = now + duration;
      last = now;
      if (now < end) requestAnimationFrame(onFrame);
      else resolve(gaps);
    };
    requestAnimationFrame(onFrame);
  });
}

/** What the page shows of its log. */
export function readShown(): { received: number; rows: number; isVisible: boolean } {
  const numberOf = (selector: string, attribute: string): number =>
    Number(document.querySelector(selector)?.getAttribute(attribute) ?? Number.NaN);
  return {
    received: numberOf("[data-received-count]", "data-received-count"),
    rows: numberOf("[role=grid]", "aria-rowcount"),
    isVisible: document.visibilityState === "visible",
  };
}
