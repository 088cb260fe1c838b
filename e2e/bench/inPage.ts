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

/**
 * Writes into the filter, as somebody who types does.
 * @returns how long until the log shows that many rows and has been searched whole, in milliseconds
 */
export async function search(filter: string, expected: number): Promise<{ span: number; rows: number }> {
  const field = document.querySelector<HTMLInputElement>("[data-focus=filter]");
  const grid = document.querySelector("[role=grid]");
  if (!field || !grid) throw new Error("no log");
  const from = performance.now();
  // By the element's own setter: React puts another before it, and would not notice.
  Reflect.set(HTMLInputElement.prototype, "value", filter, field);
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const rows = (): number => Number(grid.getAttribute("aria-rowcount"));
  const isSearched = (): boolean => !(document.querySelector(".log-count")?.textContent ?? "").includes("searching");
  while (rows() !== expected || !isSearched()) {
    if (performance.now() - from > 10_000) break;
    await frame();
  }
  return { span: performance.now() - from, rows: rows() };
}

/**
 * Drags the scrollbar to parts of its way.
 * @param parts 0 to 1
 * @returns how long each took until the rows there were on the screen, in milliseconds
 */
export async function scrollTo(parts: readonly number[]): Promise<number[]> {
  const grid = document.querySelector<HTMLElement>("[role=grid]");
  if (!grid) throw new Error("no log");
  const total = Number(grid.getAttribute("aria-rowcount"));
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const spans: number[] = [];
  // The first scroll only lets go of the end.
  grid.scrollTop -= 100;
  await frame();
  await frame();
  for (const part of parts) {
    const from = performance.now();
    grid.scrollTop = part * (grid.scrollHeight - grid.clientHeight);
    // Rows of there: near the wanted number, and as many as fill the panel.
    const isThere = (): boolean => {
      const shown = [...grid.querySelectorAll("[data-seq]")].map((row) => Number(row.getAttribute("aria-rowindex")));
      return shown.length > 5 && shown.every((place) => Math.abs(place - part * total) < 200);
    };
    while (!isThere()) {
      if (performance.now() - from > 5000) break;
      await frame();
    }
    // Until it is painted.
    await frame();
    spans.push(performance.now() - from);
  }
  return spans;
}
