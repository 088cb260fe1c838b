import { useId } from "react";
import { parseJsonPath } from "../../core/units/jsonPath.ts";
import type { SessionTexts } from "../../i18n/sessions/sessionTexts.ts";
import { Rich } from "../parts/Rich.tsx";

interface PathsFieldProps {
  readonly texts: SessionTexts;
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (value: string) => void;
}

/** The paths in a text, one a line. */
export const pathLines = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

export const hasPathFault = (text: string): boolean => pathLines(text).some((line) => !parseJsonPath(line).ok);

/** JSON paths, one a line, and what is wrong with the first that is none. */
export function PathsField({ texts, label, value, disabled, onChange }: PathsFieldProps) {
  const id = useId();
  const fault = faultIn(texts, value);
  return (
    <div className="flex flex-col gap-1">
      <span>{label}</span>
      <span className={`field field-area ${fault === null ? "" : "is-wrong"}`}>
        <textarea
          className="mono"
          aria-label={label}
          aria-invalid={fault !== null}
          aria-describedby={id}
          placeholder={texts.export.pathsPlaceholder}
          rows={2}
          spellCheck={false}
          disabled={disabled}
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      </span>
      <span id={id} className={fault === null ? "hint" : "says is-wrong"} role={fault === null ? undefined : "alert"}>
        <span>
          <Rich text={fault ?? texts.export.pathsHint} />
        </span>
      </span>
    </div>
  );
}

function faultIn({ export: words }: SessionTexts, text: string): string | null {
  for (const line of pathLines(text)) {
    const read = parseJsonPath(line);
    if (!read.ok) return words.pathFaults[read.fault.kind](line, read.fault.offset + 1);
  }
  return null;
}
