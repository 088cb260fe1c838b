import { useLayoutEffect, useRef } from "react";

/** The place of a payload that is not there yet: it holds the focus for it, and hands it on. */
export function Waiting({ text = "" }: { readonly text?: string }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    return () => {
      if (document.activeElement !== element) return;
      requestAnimationFrame(() => {
        document.querySelector<HTMLElement>('[data-focus="inspector"]')?.focus();
      });
    };
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Enter in the log leads here, also while it is empty
    <div ref={place} className="payload" data-focus="inspector" tabIndex={-1} aria-busy="true">
      {text === "" ? null : <p className="blank">{text}</p>}
    </div>
  );
}
