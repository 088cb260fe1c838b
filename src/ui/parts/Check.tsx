interface CheckProps {
  readonly text: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  /** Its accessible name, where the text alone does not say what it belongs to. */
  readonly label?: string;
  readonly className?: string;
}

/** A box to tick, with its text. */
export function Check({ text, checked, onChange, disabled = false, label, className = "" }: CheckProps) {
  return (
    <label className={`chk ${className}`}>
      <input
        type="checkbox"
        className="box"
        aria-label={label}
        checked={checked}
        disabled={disabled}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      {text}
    </label>
  );
}
