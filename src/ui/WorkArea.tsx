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

const COMPOSER = { min: 120, normal: 204 };
const INSPECTOR = { min: 320, normal: 400 };
/** Prose and configuration want more width than a payload. */
const DIAGNOSIS = { min: 320, normal: 632 };

/** Log over composer, inspector beside them; in a narrow window one of the three at a time. */
export function WorkArea() {
  const t = useText();
  const sizes = useWorkbench((state) => state.settings.sizes);
  const { width, height } = useWindowSize();
  const composerMax = Math.max(COMPOSER.min, Math.round(height / 2));
  const inspectorMax = Math.max(INSPECTOR.min, width - 400);
  const composer = Math.min(sizes["composer"] ?? COMPOSER.normal, composerMax);
  const isRecorded = useTab((tab) => tab.isRecorded);
  const side = useTab(({ log, examined, shown }) =>
    log.side === "diagnosis" && (examined ?? shown) !== null ? "diagnosis" : "inspector",
  );
  const { min, normal } = side === "diagnosis" ? DIAGNOSIS : INSPECTOR;
  const usual = width < 1200 ? (side === "diagnosis" ? Math.round(width * 0.48) : min) : normal;
  const inspector = Math.min(sizes[side] ?? usual, inspectorMax);
  const resize = (name: string) => (size: number) => {
    changeSettings({ sizes: { ...sizes, [name]: size } });
  };
  return (
    <>
      <PanelTabs />
      <div className="work">
        <div className="left">
          <HintBar />
          <LogPanel />
          {isRecorded ? null : (
            <>
              <Splitter
                label={t.panels.resizeComposer}
                orientation="horizontal"
                size={composer}
                min={COMPOSER.min}
                max={composerMax}
                normal={COMPOSER.normal}
                onResize={resize("composer")}
              />
              <Composer height={composer} />
            </>
          )}
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
  const names = isRecorded ? (["log", "inspect"] as const) : (["log", "compose", "inspect"] as const);
  return (
    <div className="ptabs panel-tabs narrow-only" role="tablist" aria-label={t.panels.label}>
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
