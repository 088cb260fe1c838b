import { useState } from "react";

interface NumberFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** Whether empty means something: null. */
  readonly mayBeEmpty?: boolean;
  readonly placeholder?: string;
  readonly unit?: string;
  readonly onChange: (value: number | null) => void;
}

/** A number that is taken over only while it is one and within its bounds; what is typed stays as typed. */
export function NumberField({
  id,
  label,
  value,
  min,
  max,
  step = 1,
  mayBeEmpty = false,
  placeholder,
  unit,
  onChange,
}: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === null ? "" : String(value));
  const number = Number(shown);
  const isEmpty = shown.trim() === "";
  const isRight = isEmpty ? mayBeEmpty : Number.isFinite(number) && number >= min && number <= max;
  return (
    <span className={`field ${isRight ? "" : "is-wrong"}`}>
      <input
        id={id}
        className="mono"
        inputMode="decimal"
        aria-label={label}
        aria-invalid={!isRight}
        placeholder={placeholder}
        step={step}
        value={shown}
        onChange={(event) => {
          setTyped(event.target.value);
          const text = event.target.value.trim();
          const next = Number(text);
          if (text === "" ? mayBeEmpty : Number.isFinite(next) && next >= min && next <= max)
            onChange(text === "" ? null : next);
        }}
        onBlur={() => {
          // What is wrong stays to be seen, and is not taken over.
          if (isRight) setTyped(null);
        }}
      />
      {isRight ? null : (
        <span className="mono text-trouble">
          {String(min)} – {String(max)}
        </span>
      )}
      {unit === undefined ? null : <span className="text-text-3">{unit}</span>}
    </span>
  );
}
