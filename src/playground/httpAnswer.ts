import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";

/** Statuses that have no body by definition. RFC 9110 §6.4.1 */
const bodiless: readonly number[] = [204, 304];

/** 5 s for the client to read the answer and close its half of the connection. */
const readTime = 5000;

/**
 * Answers a handshake with plain HTTP instead of an upgrade, and ends the connection: after
 * an "upgrade" event Node hands over the bare socket, and there is no response object.
 * @param status 200 to 599
 */
export function answerHttp(
  socket: Socket,
  status: number,
  sentence: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = bodiless.includes(status) ? "" : `${sentence}\n`;
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "Unassigned"}`,
    "Connection: close",
    ...(body === "" ? [] : ["Content-Type: text/plain; charset=utf-8", `Content-Length: ${Buffer.byteLength(body)}`]),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  // Ended, then read to the end: destroying it with unread bytes would reset the connection,
  // and the client might never see the answer.
  socket.setTimeout(readTime, () => socket.destroy());
  socket.resume();
  socket.end(`${lines.join("\r\n")}\r\n\r\n${body}`);
}
