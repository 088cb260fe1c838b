import type { SessionId } from "../../core/session/session.ts";
import type { RecordAs, RecordingState } from "../../link/recording.ts";
import type { LiveSession } from "../session/liveSession.ts";
import type { RecordingWriter } from "./recordingWriter.ts";

/** Sessions that are kept in the database as they go on; what keeps them is fetched with the first. */
export class Recorders {
  /** null: what keeps it is still on its way. */
  readonly #running = new Map<SessionId, RecordingWriter | null>();
  readonly #tell: (session: SessionId, state: RecordingState) => void;

  constructor(tell: (session: SessionId, state: RecordingState) => void) {
    this.#tell = tell;
  }

  async start(session: SessionId, live: LiveSession, as: RecordAs): Promise<void> {
    if (this.#running.has(session)) return;
    this.#running.set(session, null);
    live.keptIn = { id: as.id, numberThere: (here) => here };
    const loaded = await import("./recordingWriter.ts").catch((error: unknown) => String(error));
    if (!this.#running.has(session)) return;
    if (typeof loaded === "string") {
      this.#running.delete(session);
      this.#tell(session, { is: "stopped", why: "refused", detail: loaded });
      return;
    }
    const writer = new loaded.RecordingWriter(
      live.recorder.journal,
      as,
      () => live.pins,
      (state) => {
        const current = this.#running.get(session);
        // The last words of one that was stopped must not hide the next.
        if (current !== undefined && current !== writer) return;
        if (state.is !== "on") this.#running.delete(session);
        if (state.is === "stopped" && state.why === "refused") live.keptIn = null;
        this.#tell(session, state);
      },
    );
    this.#running.set(session, writer);
    writer.start();
  }

  stop(session: SessionId): void {
    const writer = this.#running.get(session);
    this.#running.delete(session);
    if (writer) void writer.stop();
    else if (writer === null) this.#tell(session, { is: "off" });
  }

  /** Something was written to the log. */
  wrote(session: SessionId): void {
    this.#running.get(session)?.wrote();
  }

  /** Something was marked in the log: its recording holds it too, also one that ended or was opened. */
  pinned(session: SessionId, live: LiveSession): void {
    const { pins, keptIn } = live;
    if (this.#running.has(session)) this.wrote(session);
    else if (keptIn !== null) {
      const there = pins.flatMap(({ seq, note }) => {
        const number = keptIn.numberThere(seq);
        return number === null ? [] : [{ seq: number, note }];
      });
      import("../../storage/recordings/recordings.ts")
        .then(({ changeRecording }) => changeRecording(keptIn.id, { pins: there }))
        .catch((error: unknown) => {
          // Told once, and not again with every letter of a note.
          live.keptIn = null;
          this.#tell(session, { is: "stopped", why: "refused", detail: String(error) });
        });
    }
  }
}
