import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { answerHttp } from "./httpAnswer.ts";
import { Query, splitTarget } from "./query.ts";

/** A client's wish to leave HTTP, as Node's "upgrade" event reports it. */
export interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Socket;
  /** what the client sent after the handshake without waiting for the answer */
  readonly head: Buffer;
}

/** What answers at one path while the playground is mounted. */
export interface Running {
  upgrade(upgrade: Upgrade): void;
  /** absent: this path speaks WebSocket only */
  request?(request: IncomingMessage, response: ServerResponse): void;
  /** absent: nothing of its own to end, its connections are ended for it */
  end?(): void;
}

export interface PlaygroundServer {
  /** A path that ends in "/" owns everything below it, any other only itself. */
  readonly path: string;
  start(): Running;
}

interface Definition<Parameters> {
  readonly path: string;
  /** reads every parameter; a value that cannot be read is answered with 400, never passed on */
  parameters(query: Query): Parameters;
  answer(upgrade: Upgrade, parameters: Parameters): void;
}

/** A server that speaks WebSocket only and keeps nothing between two connections. */
export function playgroundServer<Parameters>(definition: Definition<Parameters>): PlaygroundServer {
  const upgrade = (wish: Upgrade): void => {
    const query = new Query(splitTarget(wish.request.url).query);
    const parameters = definition.parameters(query);
    const faults = query.faults();
    if (faults.length > 0) answerHttp(wish.socket, 400, faults.join(" "));
    else definition.answer(wish, parameters);
  };
  return { path: definition.path, start: () => ({ upgrade }) };
}
