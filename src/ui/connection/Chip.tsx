import type { ReactNode } from "react";
import { Popover } from "../parts/Popover.tsx";
import { Rich } from "../parts/Rich.tsx";

interface ChipProps {
  readonly name: string;
  /** What is set; null: nothing is, and `unset` says so quietly. */
  readonly value: string | null;
  readonly unset: string;
  readonly isMono?: boolean;
  readonly isWrong?: boolean;
  readonly width?: number;
  readonly hint?: string;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

/** One setting of the connection: its value at a glance, its fields in a popover. */
export function Chip({ name, value, unset, isMono = false, isWrong = false, width = 340, hint, children }: ChipProps) {
  const button = (
    <>
      {name}{" "}
      {value === null ? <span className="off">{unset}</span> : <b className={isMono ? "mono" : undefined}>{value}</b>}
    </>
  );
  return (
    <Popover
      label={name}
      buttonClass={`chip ${value === null && !isWrong ? "is-off" : ""} ${isWrong ? "is-wrong" : ""}`}
      button={button}
      width={width}
    >
      {(close) => (
        <div className="pop-b">
          {typeof children === "function" ? children(close) : children}
          {hint === undefined ? null : (
            <p className="hint">
              <Rich text={hint} />
            </p>
          )}
        </div>
      )}
    </Popover>
  );
}
