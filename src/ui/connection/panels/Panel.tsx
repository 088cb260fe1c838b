import { useEffect, useRef, type ReactNode } from "react";
import { Rich } from "../../parts/Rich.tsx";

/** What a chip opens: its fields, and what to know of them. It comes after its popover, so it takes the focus itself. */
export function Panel({ hint, children }: { readonly hint: string; readonly children: ReactNode }) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>("input, textarea, select, button")?.focus();
  }, []);
  return (
    <div ref={panel} className="pop-b">
      {children}
      {hint === "" ? null : (
        <p className="hint">
          <Rich text={hint} />
        </p>
      )}
    </div>
  );
}
