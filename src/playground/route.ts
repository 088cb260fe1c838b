import type { IncomingMessage, ServerResponse } from "node:http";
import { answerHttp } from "./httpAnswer.ts";
import type { Running, Upgrade } from "./playgroundServer.ts";
import { splitTarget } from "./query.ts";
import { playgroundServers } from "./servers/index.ts";

/** The app asks for this file to learn whether the playground is there. */
const listPath = "/playground/servers.json";

const list = JSON.stringify({ sockwright: 1, paths: playgroundServers.map(({ path }) => path) });

const owns = (owner: string, path: string): boolean => (owner.endsWith("/") ? path.startsWith(owner) : path === owner);

/** Whether the playground answers for this request line, known path or not. */
export function isPlayground(target: string | undefined): boolean {
  const { path } = splitTarget(target);
  return path === "/playground" || path.startsWith("/playground/");
}

function sendText(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(`${sentence}\n`);
}

/**
 * Starts every server and hands each playground request to the one that owns its path.
 * @returns one server in front of all of them
 */
export function startServers(): Required<Running> {
  const running = playgroundServers.map((server) => ({ path: server.path, ...server.start() }));
  const find = (target: string | undefined) => {
    const { path } = splitTarget(target);
    return running.find((server) => owns(server.path, path));
  };

  return {
    upgrade(wish: Upgrade) {
      const server = find(wish.request.url);
      if (server) server.upgrade(wish);
      else answerHttp(wish.socket, 404, "The playground has no server at this path.");
    },

    request(request: IncomingMessage, response: ServerResponse) {
      const server = find(request.url);
      if (server?.request) {
        server.request(request, response);
      } else if (splitTarget(request.url).path === listPath) {
        response.writeHead(200, {
          "Content-Type": "application/json",
          "Cache-Control": "no-store",
        });
        response.end(list);
      } else {
        response.setHeader("Upgrade", "websocket");
        sendText(response, 426, "This is a WebSocket server: connect with ws:// or wss://.");
      }
    },

    end() {
      for (const server of running) server.end?.();
    },
  };
}
