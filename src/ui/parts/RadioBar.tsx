import type { KeyboardEvent } from "react";

interface RadioBarProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
  /** Why nothing can be chosen now; absent: it can. */
  readonly locked?: string | undefined;
}

/** A radio group drawn as a bar: one Tab stop, arrow keys choose. @see https://www.w3.org/WAI/ARIA/apg/patterns/radio/ */
export function RadioBar<Value extends string>({ label, value, options, onChange, locked }: RadioBarProps<Value>) {
  const step = (event: KeyboardEvent<HTMLDivElement>): void => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined || locked !== undefined) return;
    event.preventDefault();
    const at = options.findIndex((option) => option.value === value);
    const next = options[(at + by + options.length) % options.length];
    if (!next) return;
    onChange(next.value);
    event.currentTarget.querySelector<HTMLElement>(`[data-value="${next.value}"]`)?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its radios take the focus
    <div className="seg" role="radiogroup" aria-label={label} onKeyDown={step}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          data-value={option.value}
          aria-checked={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          aria-disabled={locked !== undefined && option.value !== value}
          title={option.value === value ? undefined : locked}
          onClick={() => {
            if (locked === undefined) onChange(option.value);
          }}
        >
          {option.text}
        </button>
      ))}
    </div>
  );
}
