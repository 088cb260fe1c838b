import "./styles/log.css";
import "./styles/work.css";
import { useEffect, useState } from "react";
import { changeSettings } from "../state/persist.ts";
import { setWorkbench, useTab, useWorkbench } from "../state/workbench.ts";
import { Composer } from "./composer/Composer.tsx";
import { HintBar } from "./diagnosis/HintBar.tsx";
import { SidePanel } from "./diagnosis/SidePanel.tsx";
import { LogPanel } from "./log/LogPanel.tsx";
import { Splitter } from "./parts/Splitter.tsx";
import { useText } from "./text.ts";
import { useIsOnePanel } from "./room.ts";

interface Bounds {
  readonly min: number;
  readonly normal: number;
}

/** px, while everything has its normal size. */
const COMPOSER: Bounds = { min: 120, normal: 204 };
const COLUMN: Bounds = { min: 280, normal: 400 };
const INSPECTOR: Bounds = { min: 320, normal: 400 };
/** Prose and configuration want more width than a payload. */
const DIAGNOSIS: Bounds = { min: 320, normal: 632 };
/** px that the log keeps whatever is beside it. */
const LOG_MIN = 400;

/** Log, composer and inspector as the layout wants them; in a narrow window one of the three at a time. */
export function WorkArea() {
  const sizes = useWorkbench((state) => state.settings.sizes);
  const layout = useWorkbench((state) => state.settings.layout);
  const zoom = useWorkbench((state) => state.settings.zoom);
  const zoomed = ({ min, normal }: Bounds): Bounds => ({
    min: Math.round(min * zoom),
    normal: Math.round(normal * zoom),
  });
  const t = useText();
  const { width, height } = useWindowSize();
  const isRecorded = useTab((tab) => tab.isRecorded);
  const side = useTab(({ log, examined, shown }) =>
    log.side === "diagnosis" && (examined ?? shown) !== null ? "diagnosis" : "inspector",
  );
  const isColumn = layout === "right" && width >= 1000;
  const { min, normal } = zoomed(side === "diagnosis" ? DIAGNOSIS : INSPECTOR);
  const usual = width < 1200 ? (side === "diagnosis" ? Math.round(width * 0.48) : min) : normal;
  const rows = zoomed(COMPOSER);
  const column = zoomed(COLUMN);
  const beside = isColumn && !isRecorded ? column.min : 0;
  const inspectorMax = Math.max(min, width - LOG_MIN - beside);
  const inspector = Math.min(sizes[side] ?? usual, inspectorMax);
  const resize = (name: string) => (size: number) => {
    changeSettings({ sizes: { ...sizes, [name]: size } });
  };
  const bounds = isColumn
    ? { ...column, max: Math.max(column.min, width - LOG_MIN - inspector) }
    : { ...rows, max: Math.max(rows.min, Math.round(height / 2)) };
  const kept = isColumn ? "composer-column" : "composer";
  const size = Math.min(sizes[kept] ?? bounds.normal, bounds.max);
  const log = (
    <div key="log" className="logs">
      <HintBar />
      <LogPanel />
    </div>
  );
  const writing = isRecorded
    ? []
    : [
        <Splitter
          key="edge"
          label={isColumn ? t.panels.resizeComposerWidth : t.panels.resizeComposer}
          orientation={isColumn ? "vertical" : "horizontal"}
          isBefore={layout !== "standard"}
          size={size}
          {...bounds}
          onResize={resize(kept)}
        />,
        <Composer key="composer" size={size} isColumn={isColumn} />,
      ];
  return (
    <>
      <PanelTabs />
      <div className="work">
        <div className={`left ${isColumn ? "is-row" : ""} ${layout === "standard" ? "" : "is-below"}`}>
          {/* In the order in which they are seen, which is that of the Tab key. */}
          {layout === "standard" ? [log, ...writing] : [...writing.toReversed(), log]}
        </div>
        <Splitter
          label={t.panels.resizeInspector}
          orientation="vertical"
          size={inspector}
          min={min}
          max={inspectorMax}
          normal={usual}
          onResize={resize(side)}
        />
        <div className="right" style={{ width: inspector }}>
          <SidePanel />
        </div>
      </div>
    </>
  );
}

function PanelTabs() {
  const t = useText();
  const panel = useWorkbench((state) => state.panel);
  const isRecorded = useTab((tab) => tab.isRecorded);
  const isOnePanel = useIsOnePanel();
  if (!isOnePanel) return null;
  const names = isRecorded ? (["log", "inspect"] as const) : (["log", "compose", "inspect"] as const);
  return (
    <div className="ptabs panel-tabs" role="tablist" aria-label={t.panels.label}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          className="ptab"
          aria-selected={panel === name}
          onClick={() => {
            setWorkbench({ panel: name });
          }}
        >
          {t.panels[name]}
        </button>
      ))}
    </div>
  );
}

function useWindowSize(): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: innerWidth, height: innerHeight });
  useEffect(() => {
    const measure = (): void => {
      setSize({ width: innerWidth, height: innerHeight });
    };
    addEventListener("resize", measure);
    return () => {
      removeEventListener("resize", measure);
    };
  }, []);
  return size;
}
