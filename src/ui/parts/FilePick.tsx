import type { InputHTMLAttributes } from "react";

interface FilePickProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "onChange"> {
  readonly label: string;
  /** At least one; more only with `multiple`. */
  readonly onPick: (files: readonly [File, ...File[]]) => void;
}

/** A button that lets files be chosen. */
export function FilePick({ label, onPick, className = "", ...rest }: FilePickProps) {
  return (
    <label className={`btn ${className}`}>
      {label}
      <input
        {...rest}
        type="file"
        className="vh"
        onChange={({ target }) => {
          const [first, ...others] = target.files ?? [];
          // The same file can be chosen once more.
          target.value = "";
          if (first) onPick([first, ...others]);
        }}
      />
    </label>
  );
}
