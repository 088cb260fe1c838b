import { frameHeader, opcodes } from "./frame.ts";

/** 256 KiB: large enough that a write costs nothing per message, small enough to stop soon. */
const batchBytes = 256 * 1024;

const alphabet = "abcdefghijklmnopqrstuvwxyz";
const opening = '{"seq":';
const middle = ',"text":"';
const closing = '"}';

export interface FloodBatch {
  /** how many frames one batch can hold; at least 1 */
  readonly capacity: number;
  /**
   * The frames of the messages `first`, `first + 1` …, ready for the wire.
   * @param first must grow from call to call: numbers are written over shorter ones
   * @param count 1 to `capacity`
   * @returns bytes that are valid until the next call
   */
  fill(first: number, count: number): Buffer;
}

/** What a message is wrapped in. */
interface FloodShape {
  readonly opcode: typeof opcodes.text | typeof opcodes.binary;
  /** ASCII before and behind the JSON of every message. */
  readonly before: string;
  readonly after: string;
}

const plainText: FloodShape = { opcode: opcodes.text, before: "", after: "" };

/**
 * Text frames of `{"seq":0,"text":"abc…"}`, every payload exactly `size` bytes long and no two
 * alike. They are laid out once; only the number is written per message, so that the server
 * costs next to nothing beside the client that is being measured.
 * @param size at least 40 bytes
 */
export function floodBatch(size: number, { opcode, before, after }: FloodShape = plainText): FloodBatch {
  const header = frameHeader(0x80 | opcode, size);
  const start = before + opening;
  const end = closing + after;
  const filler = Buffer.alloc(size - start.length - end.length, alphabet);
  const frame = Buffer.concat([header, Buffer.from(start), filler, Buffer.from(end)]);
  const capacity = Math.max(1, Math.floor(batchBytes / frame.length));
  const batch = Buffer.alloc(capacity * frame.length, frame);
  const numberAt = header.length + start.length;

  return {
    capacity,
    fill(first, count) {
      for (let index = 0; index < count; index += 1) {
        batch.write(`${first + index}${middle}`, index * frame.length + numberAt, "latin1");
      }
      return batch.subarray(0, count * frame.length);
    },
  };
}
