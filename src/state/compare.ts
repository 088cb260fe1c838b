import type { SessionId } from "../core/session/session.ts";
import type { CompareAnswer, JobProgress } from "../link/exchange.ts";
import { engine } from "./engine.ts";
import { runJob } from "./jobs.ts";

export type { CompareAnswer } from "../link/exchange.ts";

export interface CompareWish {
  readonly one: SessionId;
  readonly other: SessionId;
  readonly keyOrder: boolean;
  /** JSON paths that do not count. */
  readonly ignore: readonly string[];
}

/** Looks for the first difference between the logs of two tabs. */
export const compare = (
  wish: CompareWish,
  signal: AbortSignal,
  progress: (progress: JobProgress) => void,
): Promise<CompareAnswer> => runJob((job) => engine().ask("compareLogs", { job, ...wish }), signal, progress);
