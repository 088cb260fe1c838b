import type { SessionTexts } from "../../i18n/sessions/sessionTexts.ts";
import type { JobProgress } from "../../state/jobs.ts";

interface ProgressProps {
  readonly texts: SessionTexts;
  /** What is being done; the name of the bar. */
  readonly label: string;
  readonly progress: JobProgress;
  readonly onStop: () => void;
}

/** How far a task is, and the way to end it. */
export function Progress({ texts, label, progress: { done, entries }, onStop }: ProgressProps) {
  return (
    <div className="job">
      <progress max={1} value={done} aria-label={label} />
      <span className="job-says">{texts.progress(done, entries)}</span>
      <button type="button" className="btn" onClick={onStop}>
        {texts.stop}
      </button>
    </div>
  );
}
