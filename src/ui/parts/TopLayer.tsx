import { useEffect, useRef, type ReactNode } from "react";

interface TopLayerProps {
  readonly at: { readonly x: number; readonly y: number };
  readonly role: "listbox" | "tooltip";
  readonly id?: string;
  readonly label?: string;
  readonly children: ReactNode;
}

/** Over popovers and dialogs too, without taking the focus from them. */
export function TopLayer({ at, role, id, label, children }: TopLayerProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    if (!element.matches(":popover-open")) element.showPopover();
    const { offsetWidth, offsetHeight } = element;
    element.style.left = `${String(Math.max(8, Math.min(at.x, innerWidth - offsetWidth - 8)))}px`;
    element.style.top = `${String(at.y + 4 + offsetHeight > innerHeight ? Math.max(8, at.y - offsetHeight - 28) : at.y + 4)}px`;
  });
  return (
    <div
      ref={box}
      popover="manual"
      id={id}
      role={role}
      aria-label={label}
      className={`assist ${role === "tooltip" ? "is-tip" : ""}`}
    >
      {children}
    </div>
  );
}

export const scrollIn = (element: HTMLElement | null): void => element?.scrollIntoView({ block: "nearest" });
