import { useId, type InputHTMLAttributes, type ReactNode } from "react";

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "value"> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with the value, said under it. */
  readonly fault?: ReactNode;
  readonly isMono?: boolean;
  readonly before?: ReactNode;
  readonly large?: boolean;
}

/** A field with its fault below: the fault belongs to it for assistive technology too. */
export function TextField({
  label,
  value,
  onChange,
  fault,
  isMono = false,
  before,
  large = false,
  className = "",
  ...rest
}: TextFieldProps) {
  const id = useId();
  const isWrong = fault !== undefined && fault !== null && fault !== false;
  return (
    <span className={`flex min-w-0 flex-col gap-1 ${className}`}>
      <span className={`field ${large ? "field-lg" : ""} ${isWrong ? "is-wrong" : ""}`}>
        {before}
        <input
          aria-label={label}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? id : undefined}
          className={isMono ? "mono" : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          {...rest}
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      </span>
      {isWrong ? (
        <span id={id} className="says is-wrong">
          {fault}
        </span>
      ) : null}
    </span>
  );
}
