import { useState } from "react";
import { useText } from "../text.ts";

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly isDisabled?: boolean;
}

/** Copies, and says on itself what came of it: behind a dialog nothing else would be heard. */
export function CopyButton({ text, label, isDisabled = false }: CopyButtonProps) {
  const t = useText();
  const [outcome, setOutcome] = useState<{ readonly of: string; readonly says: string } | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome({ of: text, says: t.notice.copied });
    } catch (error) {
      setOutcome({ of: text, says: t.notice.notCopied(String(error)) });
    }
  };
  const says = outcome?.of === text ? outcome.says : "";
  return (
    <>
      <span role="status" className="text-text-3">
        {says}
      </span>
      <button
        type="button"
        data-first
        className="btn btn-lg btn-primary"
        aria-disabled={isDisabled}
        onClick={() => {
          if (!isDisabled) void copy();
        }}
      >
        {label}
      </button>
    </>
  );
}
