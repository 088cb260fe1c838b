import { once } from "node:events";
import type { Server } from "node:net";

/**
 * Starts listening.
 * @param port 0: one that is free
 * @returns the port
 */
export async function listen(server: Server, host: string, port = 0): Promise<number> {
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not a TCP server");
  return address.port;
}

/** Stops listening; resolves when the last connection has ended, too. */
export function shut(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

/** Host and port as an address has them: IPv6 in brackets. */
export function authority(host: string, port: number): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
