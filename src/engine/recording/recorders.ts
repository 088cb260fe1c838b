import type { SessionId } from "../../core/session/session.ts";
import type { RecordAs, RecordingState } from "../../link/recording.ts";
import type { Journal } from "../journal/journal.ts";
import type { RecordingWriter } from "./recordingWriter.ts";

/** Sessions that are kept in the database as they go on; what keeps them is fetched with the first. */
export class Recorders {
  /** null: what keeps it is still on its way. */
  readonly #running = new Map<SessionId, RecordingWriter | null>();
  readonly #tell: (session: SessionId, state: RecordingState) => void;

  constructor(tell: (session: SessionId, state: RecordingState) => void) {
    this.#tell = tell;
  }

  async start(session: SessionId, journal: Journal, as: RecordAs): Promise<void> {
    if (this.#running.has(session)) return;
    this.#running.set(session, null);
    const loaded = await import("./recordingWriter.ts").catch((error: unknown) => String(error));
    if (!this.#running.has(session)) return;
    if (typeof loaded === "string") {
      this.#running.delete(session);
      this.#tell(session, { is: "stopped", why: "refused", detail: loaded });
      return;
    }
    const writer = new loaded.RecordingWriter(journal, as, (state) => {
      const current = this.#running.get(session);
      // The last words of one that was stopped must not hide the next.
      if (current !== undefined && current !== writer) return;
      if (state.is !== "on") this.#running.delete(session);
      this.#tell(session, state);
    });
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
}
