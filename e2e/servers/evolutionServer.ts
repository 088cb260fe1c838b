import { createServer } from "node:http";
import { Server } from "socket.io";
import { authority, listen } from "./listen.ts";

export interface EvolutionServer {
  /** http://host:port, without a slash at the end */
  readonly url: string;
  /** an event of an instance; the first makes its namespace */
  fire(instance: string, event: string, data: unknown): void;
  /** forgets every namespace, as a restart does */
  restart(): void;
  close(): Promise<void>;
}

export const EVOLUTION_KEY = "4k3y";

/**
 * A double of EvolutionAPI's socket server: a namespace exists from the first event of its instance
 * on, the key stands in the query, `auth` counts for nothing, and clients are only listened to.
 * @see https://doc.evolution-api.com/v2/en/integrations/websocket
 */
export async function startEvolutionServer(): Promise<EvolutionServer> {
  const http = createServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Access-Control-Allow-Origin": "*" });
    response.end('{"status":200,"message":"Welcome to the Evolution API, it is working!","version":"2.3.6"}');
  });
  const io = new Server(http, {
    serveClient: false,
    cors: { origin: "*" },
    allowRequest: ({ url = "", headers }, answer) => {
      const key = new URL(url, "http://host").searchParams.get("apikey") ?? headers["apikey"];
      if (key === undefined) answer("apiKey is required", false);
      else answer(key === EVOLUTION_KEY ? null : "Invalid global token", key === EVOLUTION_KEY);
    },
  });
  const port = await listen(http, "127.0.0.1");
  return {
    url: `http://${authority("127.0.0.1", port)}`,
    fire(instance, event, data) {
      io.of(`/${instance}`).emit(event, { event, instance, data, server_url: "http://double", apikey: null });
    },
    restart() {
      for (const name of io._nsps.keys()) if (name !== "/") io._nsps.delete(name);
      for (const client of Object.values(
        (io.engine as unknown as { clients: Record<string, { close(): void }> }).clients,
      ))
        client.close();
    },
    async close() {
      const closed = io.close();
      http.closeAllConnections();
      await closed;
    },
  };
}
