import { seconds, type Ms } from "../../core/units/units.ts";
import { NumberField } from "../parts/NumberField.tsx";
import { useText } from "../text.ts";

interface SpanFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: Ms;
  /** In seconds. */
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: Ms) => void;
}

/** A span of time, edited in seconds, with its label: two cells of a form. */
export function SpanField({ id, label, value, min, max, onChange }: SpanFieldProps) {
  const t = useText();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <NumberField
        id={id}
        label={label}
        value={value / 1000}
        min={min}
        max={max}
        unit={t.app.seconds}
        onChange={(count) => {
          if (count !== null) onChange(seconds(count));
        }}
      />
    </>
  );
}
