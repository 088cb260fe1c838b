import { Icon } from "./Icon.tsx";

interface SelectProps<Value extends string> {
  readonly label: string;
  readonly id?: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
}

export function Select<Value extends string>({
  label,
  id,
  value,
  options,
  onChange,
  disabled = false,
}: SelectProps<Value>) {
  return (
    <span className="sel">
      <select
        id={id}
        className="select"
        aria-label={label}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      <Icon name="unfold" small />
    </span>
  );
}
