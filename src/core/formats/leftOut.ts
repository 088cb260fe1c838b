/** What one side has and the other has not; the texts say why. Extend, never rename. */
export const LEFT_OUT = [
  /** Headers of a raw WebSocket: a browser cannot send them. */
  "headers",
  "client-certificate",
  "tls-verification",
  "proxy",
  "cookies",
] as const;

export type LeftOutKind = (typeof LEFT_OUT)[number];

export interface LeftOut {
  readonly kind: LeftOutKind;
  /** Name of the item it belonged to; empty: the whole. */
  readonly of: string;
  /** What it was, as the user wrote it, without secrets. */
  readonly detail: string;
}
