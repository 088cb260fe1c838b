import { createServer, request as forward } from "node:http";
import { authority, listen, shut } from "./listen.ts";

export interface Balancer {
  /** http://127.0.0.1:port, without a slash at the end */
  readonly url: string;
  close(): Promise<void>;
}

/** Gives each request to the next of several servers, and so forgets who began a session. */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  let turn = 0;
  const server = createServer((request, response) => {
    const port = ports[turn++ % ports.length];
    const { method, url: path, headers } = request;
    const onward = forward({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    response.on("close", () => onward.destroy());
    request.pipe(onward);
  });
  const port = await listen(server, "127.0.0.1");
  return {
    url: `http://${authority("127.0.0.1", port)}`,
    async close() {
      const closed = shut(server);
      server.closeAllConnections();
      await closed;
    },
  };
}
