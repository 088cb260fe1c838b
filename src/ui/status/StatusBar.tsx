import { useEffect, useState } from "react";
import { closeCodeName } from "../../core/explain/closeCodes.ts";
import type { SessionState } from "../../core/session/session.ts";
import type { Stats, Traffic } from "../../core/log/view.ts";
import { formatCount, formatSize, formatSpan } from "../../i18n/format.ts";
import { takeUpdate, useUpdate } from "../../state/offline.ts";
import { useLogView, useTab } from "../../state/workbench.ts";
import { Icon } from "../parts/Icon.tsx";
import { useText } from "../text.ts";

/** Counters change at most four times a second: faster cannot be read. */
const PERIOD = 250;

export function StatusBar() {
  const t = useText();
  const session = useTab((tab) => tab.session);
  const isHeld = useTab((tab) => tab.log.held !== null);
  const isPaused = useTab((tab) => tab.log.isPaused);
  const stats = useStats();
  const isRecorded = useTab((tab) => tab.isRecorded);
  const phase = session.phase === "disposed" ? "closed" : session.phase;
  return (
    <footer className="status">
      <span
        className="st phase"
        role="status"
        aria-label={t.status.label}
        data-phase={isRecorded ? "recorded" : phase}
        data-received-count={stats?.received.count ?? 0}
      >
        <span className={`mark mark-${phase}`} aria-hidden="true" />
        {isRecorded ? t.phase.recorded : t.phase[phase]}
      </span>
      <Since session={session} />
      <CloseCode session={session} />
      {stats ? <Counters stats={stats} /> : null}
      {isHeld ? <span className="st text-warn">{t.status.held}</span> : null}
      {isPaused ? <span className="st text-warn">{t.status.paused}</span> : null}
      <span className="grow" />
      <Update />
      {stats && stats.dropped > 0 ? <span className="st text-warn">{t.status.dropped(stats.dropped)}</span> : null}
      {session.phase === "open" && session.negotiated.socketio ? (
        <span className="st wide-only">
          sid <span className="mono">{session.negotiated.socketio.sid}</span>
        </span>
      ) : null}
      {session.phase === "idle" && !isRecorded ? (
        <span className="st wide-only">
          {t.status.page} <span className="mono">{location.origin}</span>
        </span>
      ) : null}
    </footer>
  );
}

/** A newer build is there: taken when the user says so. */
function Update() {
  const t = useText();
  const isThere = useUpdate(({ waiting }) => waiting !== null);
  return isThere ? (
    <button type="button" className="st link-btn" title={t.status.updateHint} onClick={takeUpdate}>
      {t.status.update}
    </button>
  ) : null;
}

function TrafficCount({ direction, traffic }: { readonly direction: "sent" | "received"; readonly traffic: Traffic }) {
  const t = useText();
  return (
    <span className="st">
      <span className={direction === "sent" ? "text-sent" : "text-received"}>
        <Icon name={direction} small />
      </span>
      <span className="vh">{t.status[direction]}</span>
      <span className="mono">{formatCount(traffic.count)}</span>
      <span className="mono">{formatSize(traffic.bytes)}</span>
    </span>
  );
}

function Counters({ stats }: { readonly stats: Stats }) {
  const t = useText();
  return (
    <>
      <TrafficCount direction="sent" traffic={stats.sent} />
      <TrafficCount direction="received" traffic={stats.received} />
      <span className="st wide-only">
        <span className="mono">{stats.rate < 10 ? stats.rate.toFixed(1) : formatCount(Math.round(stats.rate))}</span>{" "}
        {t.status.rate}
      </span>
      {stats.roundTrip === null ? null : (
        <span className="st wide-only">
          {t.status.roundTrip} <span className="mono">{formatSpan(stats.roundTrip)}</span>
        </span>
      )}
      <span className="st wide-only">
        {t.status.buffered} <span className="mono">{formatSize(stats.buffered)}</span>
      </span>
      <span className="st wide-only">
        {t.status.kept} <span className="mono">{formatSize(stats.kept)}</span>
      </span>
    </>
  );
}

/** How long it is open, or how long until the next attempt. */
function Since({ session }: { readonly session: SessionState }) {
  const t = useText();
  const isTicking = session.phase === "open" || session.phase === "waiting" || session.phase === "connecting";
  const now = useNow(isTicking);
  if (session.phase === "open") return <span className="st mono">{clock(now - session.since)}</span>;
  if (session.phase === "connecting")
    return <span className="st mono">{formatSpan(Math.max(0, now - session.since))}</span>;
  if (session.phase === "waiting")
    return <span className="st">{t.status.retryIn(formatSpan(Math.max(0, session.retryAt - now)))}</span>;
  if (session.phase === "closed" || session.phase === "failed")
    return <span className="st">{t.ended.after(formatSpan(session.ending.lasted))}</span>;
  return null;
}

function CloseCode({ session }: { readonly session: SessionState }) {
  const t = useText();
  if (session.phase !== "closed" && session.phase !== "failed" && session.phase !== "waiting") return null;
  const { cause } = session.ending;
  const code = cause.kind === "close" || cause.kind === "disconnect" ? cause.code : null;
  if (code === null) return null;
  return (
    <span className="st">
      <span className="wide-only">{t.status.closeCode}</span>
      <span className="mono">{code}</span>
      <span className="wide-only">{closeCodeName(code)}</span>
    </span>
  );
}

const clock = (span: number): string => {
  const whole = Math.max(0, Math.floor(span / 1000));
  return [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
};

function useNow(isTicking: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isTicking) return;
    const timer = setInterval(() => {
      setNow(Date.now());
    }, PERIOD);
    return () => {
      clearInterval(timer);
    };
  }, [isTicking]);
  return now;
}

/** The counters as of the last quarter of a second; the end of a burst is not missed. */
function useStats(): Stats | null {
  const [stats, setStats] = useState<Stats | null>(() => useLogView.getState().view?.stats ?? null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let shownAt = 0;
    const show = (): void => {
      timer = null;
      shownAt = performance.now();
      setStats(useLogView.getState().view?.stats ?? null);
    };
    return useLogView.subscribe(() => {
      timer ??= setTimeout(show, Math.max(0, shownAt + PERIOD - performance.now()));
    });
  }, []);
  return stats;
}
