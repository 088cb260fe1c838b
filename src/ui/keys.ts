export const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);

/** Ctrl or Cmd with Enter, in the URL field. */
export function isSubmit(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}): boolean {
  return event.key === "Enter" && (event.ctrlKey || event.metaKey);
}

export const submitKey = isMac ? "⌘ Enter" : "Ctrl Enter";
