import type { Socket } from "node:net";
import { properly } from "../servers/httpServer.ts";
import type { Row } from "./row.ts";

const violation = { cause: "protocol-violation", certainty: "likely" } as const;

/** Opens properly, and sends these octets once the page knows that it is open. @see RFC 6455 §5.2 */
const sends =
  (hex: string): Row["start"] =>
  async (servers) => {
    const opened: Socket[] = [];
    const { url } = await servers.http({
      onUpgrade: (socket, request) => {
        socket.write(properly(request));
        socket.resume();
        opened.push(socket);
      },
    });
    return {
      url,
      next: async (app) => {
        await app.isIn("open");
        for (const socket of opened) socket.write(Buffer.from(hex, "hex"));
      },
    };
  };

/** Frames that RFC 6455 forbids. */
export const frames: readonly Row[] = [
  { name: "text that is not UTF-8", start: sends("8102c328"), expected: violation },
  { name: "a reserved bit without its extension", start: sends("c1026869"), expected: violation },
  { name: "an opcode that does not exist", start: sends("8300"), expected: violation, isVariant: true },
  {
    name: "a ping that is too long",
    start: sends(`897e0080${"00".repeat(128)}`),
    expected: violation,
    isVariant: true,
  },
  { name: "a ping in parts", start: sends("0900"), expected: violation, isVariant: true },
  {
    name: "a masked frame from the server",
    start: sends("81820000000068690000"),
    expected: { chromium: violation, firefox: { not: "it is accepted" } },
  },
  {
    name: "a close frame with half a code",
    isVariant: true,
    start: sends("880103"),
    expected: { chromium: violation, firefox: { cause: "close-code", certainty: "certain" } },
  },
  {
    name: "a close frame with 1006, which must never be sent",
    isVariant: true,
    start: sends("880203ee"),
    expected: { chromium: violation, firefox: { cause: "protocol-violation", certainty: "certain" } },
  },
];
