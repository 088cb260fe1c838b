import { useEffect, useRef, useState } from "react";
import type { JobProgress } from "../../state/jobs.ts";

export interface RunningJob {
  readonly progress: JobProgress;
  readonly stop: () => void;
}

type Work = (signal: AbortSignal, tell: (progress: JobProgress) => void) => Promise<void>;

/** One task at a time for a dialog: it ends with the dialog. */
export function useJob(): { readonly running: RunningJob | null; readonly run: (work: Work) => void } {
  const [running, setRunning] = useState<RunningJob | null>(null);
  const current = useRef<AbortController | null>(null);
  useEffect(
    () => () => {
      current.current?.abort();
    },
    [],
  );
  const run = (work: Work): void => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    const stop = (): void => {
      controller.abort();
    };
    const tell = (progress: JobProgress): void => {
      if (!controller.signal.aborted) setRunning({ progress, stop });
    };
    tell({ done: 0, entries: 0 });
    void work(controller.signal, tell).finally(() => {
      if (current.current === controller) setRunning(null);
    });
  };
  return { running, run };
}
