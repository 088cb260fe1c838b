type Acknowledge = (...answer: readonly unknown[]) => void;

const isFunction = (value: unknown): value is Acknowledge => typeof value === "function";

/** What one Socket.IO event carried. */
interface Packet {
  readonly values: readonly unknown[];
  /** answers the client; does nothing when it did not ask for an acknowledgement */
  readonly acknowledge: Acknowledge;
}

/**
 * Takes an event's arguments apart: Socket.IO hands over the acknowledgement as a function
 * behind the values. No client can send a function, so there is no doubt which it is.
 */
export function readPacket(received: readonly unknown[]): Packet {
  const last = received.at(-1);
  return isFunction(last)
    ? { values: received.slice(0, -1), acknowledge: last }
    : { values: received, acknowledge: () => undefined };
}
