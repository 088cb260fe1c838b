import type { EpochMs } from "../units/units.ts";

/** How far the clocks of server and browser may be apart, ms: a day. */
const APART = 24 * 3600 * 1000;

/** @see https://github.com/unshiftio/yeast: the digits in which Socket.IO's adapter writes the time */
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/**
 * Whether an event's last argument is most likely the offset of connection state recovery: those of the
 * adapters are times, and a time that is that of the entry is no coincidence.
 * @see https://socket.io/docs/v4/connection-state-recovery
 */
export function looksLikeOffset(text: string, time: EpochMs): boolean {
  const isNear = (at: number): boolean => Math.abs(at - time) < APART;
  const [, digits] = /^([\w-]{7})(?:\.[\w-]{1,4})?$/.exec(text) ?? [];
  if (digits !== undefined && isNear([...digits].reduce((sum, digit) => sum * 64 + DIGITS.indexOf(digit), 0)))
    return true;
  const [, stream] = /^(\d{13})-\d+$/.exec(text) ?? [];
  if (stream !== undefined) return isNear(Number(stream));
  const [, seconds] = /^([0-9a-f]{8})[0-9a-f]{16}$/.exec(text) ?? [];
  return seconds !== undefined && isNear(Number.parseInt(seconds, 16) * 1000);
}
