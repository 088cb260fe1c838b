import type { ProtocolId } from "../core/protocols/index.ts";
import type { Bytes } from "../core/units/units.ts";

/** What a recording is called, and of what it is. */
export interface RecordAs {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly protocol: ProtocolId;
  /** Octets that all recordings together may take. */
  readonly budget: Bytes;
}

export type RecordingState =
  | { readonly is: "off" }
  /** @property dropped names of older recordings that went to make room, since the last report */
  | { readonly is: "on"; readonly id: string; readonly dropped: readonly string[] }
  /** The log goes on, its recording does not. @property why "full": all others are kept on purpose */
  | { readonly is: "stopped"; readonly why: "refused" | "full"; readonly detail: string };
