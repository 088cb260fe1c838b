/** Values that carry their unit in their type, so that no name has to. Made only by the functions below. */
declare const unit: unique symbol;
type Branded<Value, Unit extends string> = Value & { readonly [unit]: Unit };

/** A span of time in milliseconds. */
export type Ms = Branded<number, "Ms">;
/** A moment: milliseconds since 1970, with fractions (`performance.timeOrigin + performance.now()`). */
export type EpochMs = Branded<number, "EpochMs">;
/** A count of octets. */
export type Bytes = Branded<number, "Bytes">;
/** An entry's number in its journal: counts from 1, is never reused, also not after a clear. */
export type Seq = Branded<number, "Seq">;

export const ms = (count: number): Ms => count as Ms;
export const seconds = (count: number): Ms => (count * 1000) as Ms;
export const epochMs = (count: number): EpochMs => count as EpochMs;
export const bytes = (count: number): Bytes => count as Bytes;
export const seq = (count: number): Seq => count as Seq;

/** From one moment to a later one; negative when the clock was set back. */
export const between = (from: EpochMs, to: EpochMs): Ms => (to - from) as Ms;
export const later = (from: EpochMs, by: Ms): EpochMs => (from + by) as EpochMs;
