import { lazy, Suspense } from "react";
import { Popover } from "../parts/Popover.tsx";
import type { PanelId } from "./panelId.ts";

export const loadChipPanels = () => import("./panels/ChipPanel.tsx");
const ChipPanel = lazy(() => loadChipPanels().then((loaded) => ({ default: loaded.ChipPanel })));

interface ChipProps {
  readonly name: string;
  /** What is set; null: nothing is, and `unset` says so quietly. */
  readonly value: string | null;
  readonly unset: string;
  readonly panel: PanelId;
  readonly isMono?: boolean;
  readonly isWrong?: boolean;
  readonly width?: number;
}

/** One setting of the connection: its value at a glance, its fields in a popover. */
export function Chip({ name, value, unset, panel, isMono = false, isWrong = false, width = 340 }: ChipProps) {
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
      <Suspense>
        <ChipPanel id={panel} />
      </Suspense>
    </Popover>
  );
}
