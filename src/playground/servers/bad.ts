import { encodeFrame, opcodes } from "../frame.ts";
import { openWebSocket, whileConnected } from "../openWebSocket.ts";
import { playgroundServer } from "../playgroundServer.ts";

/** 100 ms: Firefox reports no "open" at all when the trouble comes along with the handshake. */
const settle = 100;

const hello = Buffer.from("hello");

const names = ["utf8", "rsv", "opcode", "masked", "fragmented-control", "close-1-byte", "length"] as const;

/** Each breaks one rule of RFC 6455; the section is what a client would cite. */
const badFrames: Readonly<Record<(typeof names)[number], Buffer>> = {
  /** §8.1: text that is no UTF-8 */
  utf8: encodeFrame({ opcode: opcodes.text, payload: Buffer.from([0x68, 0xff, 0xfe]) }),
  /** §5.2: a reserved bit that no extension has claimed */
  rsv: encodeFrame({ opcode: opcodes.text, payload: hello, rsv1: true }),
  /** §5.2: an opcode without a meaning */
  opcode: encodeFrame({ opcode: opcodes.reserved, payload: hello }),
  /** §5.1: a server that masks (Firefox lets it pass) */
  masked: encodeFrame({ opcode: opcodes.text, payload: hello, masked: true }),
  /** §5.5: a control frame in pieces */
  "fragmented-control": encodeFrame({ opcode: opcodes.ping, payload: hello, fin: false }),
  /** §5.5.1: half a close code */
  "close-1-byte": encodeFrame({ opcode: opcodes.close, payload: Buffer.from([0x03]) }),
  /** §5.2: a 64-bit length with its highest bit set */
  length: Buffer.from([0x81, 127, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
};

/** Opens, sends one broken frame and leaves the rest to the client. */
export const bad = playgroundServer({
  path: "/playground/bad",
  parameters: (query) => query.choice("frame", names, "utf8"),
  answer: (upgrade, frame) =>
    openWebSocket(upgrade, (client) => whileConnected(client, settle, () => upgrade.socket.write(badFrames[frame]))),
});
