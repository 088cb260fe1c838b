import type { JobId, JobProgress } from "../link/exchange.ts";
import { engine } from "./engine.ts";
import { jobListeners } from "./hearJobs.ts";

export type { JobProgress } from "../link/exchange.ts";

let count = 0;

/**
 * Runs a task of the engine that reports and can be ended.
 * @param take writes a part of what comes; where it fails, the task ends
 */
export async function runJob<Answer>(
  ask: (job: JobId) => Promise<Answer>,
  signal: AbortSignal,
  progress: (progress: JobProgress) => void,
  take: ((octets: Uint8Array<ArrayBuffer>) => Promise<void>) | null = null,
): Promise<Answer> {
  const job = ++count as JobId;
  const cancel = (): void => {
    engine().tell({ type: "cancel-job", job });
  };
  const part = (octets: Uint8Array<ArrayBuffer>): void => {
    take?.(octets).then(() => {
      engine().tell({ type: "part-taken", job });
    }, cancel);
  };
  jobListeners.set(job, { progress, part });
  signal.addEventListener("abort", cancel);
  try {
    return await ask(job);
  } finally {
    jobListeners.delete(job);
    signal.removeEventListener("abort", cancel);
  }
}
