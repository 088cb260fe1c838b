import type { JobId, JobProgress } from "../link/exchange.ts";

/** Who started a task of the engine that takes long. */
export interface JobListener {
  readonly progress: (progress: JobProgress) => void;
  /** Takes a part of what is written; the next comes when the engine is told so. */
  readonly part: (octets: Uint8Array<ArrayBuffer>) => void;
}

/** Tasks under way: the engine's reports find their listener here. */
export const jobListeners = new Map<JobId, JobListener>();
