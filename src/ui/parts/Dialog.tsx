import { useEffect, useId, useRef, type ReactNode } from "react";
import { IconButton } from "./IconButton.tsx";

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** px; never wider than the window */
  readonly width?: number;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly onSubmit?: () => void;
}

/** A modal dialog of the platform: Escape closes it, and the focus returns to where it came from. */
export function Dialog({ title, closeLabel, onClose, width = 640, children, footer, onSubmit }: DialogProps) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element?.open === false) element.showModal();
    element?.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => {
      // One that is taken away while it is open does not do this by itself.
      const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
      (isThere ? before : document.querySelector<HTMLElement>('[data-focus="url"]'))?.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      style={{ width: `calc(${String(width)}px * var(--sw-zoom))` }}
      aria-labelledby={titleId}
      onClose={onClose}
      onKeyDown={(event) => {
        // The keys of the page behind: they would act on what cannot be reached from here.
        event.stopPropagation();
        if (event.key === "s" && (event.ctrlKey || event.metaKey)) event.preventDefault();
      }}
    >
      <form
        className="dialog-in"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.();
        }}
      >
        <div className="dialog-h">
          <h2 id={titleId}>{title}</h2>
          <IconButton icon="close" label={closeLabel} onClick={() => dialog.current?.close()} />
        </div>
        <div className="dialog-b">{children}</div>
        {footer === undefined ? null : <div className="dialog-f">{footer}</div>}
      </form>
    </dialog>
  );
}
