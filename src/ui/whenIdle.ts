/** Runs when the first paint is over and the page rests. @returns its end */
export function whenIdle(run: () => void): () => void {
  if ("requestIdleCallback" in globalThis) {
    const id = requestIdleCallback(run, { timeout: 2000 });
    return () => {
      cancelIdleCallback(id);
    };
  }
  const timer = setTimeout(run, 200);
  return () => {
    clearTimeout(timer);
  };
}
