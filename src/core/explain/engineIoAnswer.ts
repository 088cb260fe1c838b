/** What an Engine.IO server says to a polling handshake. */
export type EngineIoAnswer =
  /** `upgrades`: what it offers beyond polling. */
  | { readonly kind: "open"; readonly server: "2" | "3+"; readonly upgrades: readonly string[] }
  /** `{"code":n,"message":…}`; python-engineio answers with a JSON string instead. */
  | { readonly kind: "error"; readonly code: number | null; readonly message: string }
  /** A web page: something else answers at this path. */
  | { readonly kind: "html" };

/**
 * Reads the body of `GET /socket.io/?EIO=4&transport=polling`. A v2 server prefixes packets with
 * their length whatever version it is asked for.
 * @returns null: none of Engine.IO's
 * @see https://github.com/socketio/engine.io-protocol
 */
export function readEngineIo(body: string): EngineIoAnswer | null {
  const text = body.trimStart();
  if (text.startsWith("<")) return { kind: "html" };
  const open = /^(?:(\d+):)?0(\{"sid".*)/s.exec(text);
  if (open) return { kind: "open", server: open[1] === undefined ? "3+" : "2", upgrades: upgradesOf(open[2] ?? "") };
  const error = /^\{"code":(\d+),"message":"((?:[^"\\]|\\.)*)"/.exec(text);
  if (error) return { kind: "error", code: Number(error[1]), message: error[2] ?? "" };
  const python =
    /^"((?:Invalid session|.* is not an accepted origin|The client is using an unsupported version)[^"]*)"/.exec(text);
  return python ? { kind: "error", code: pythonCode(python[1] ?? ""), message: python[1] ?? "" } : null;
}

const upgradesOf = (json: string): readonly string[] => {
  const list = /"upgrades":\[([^\]]*)\]/.exec(json)?.[1] ?? "";
  return [...list.matchAll(/"([^"]*)"/g)].flatMap(([, name]) => name ?? []);
};

/** Its sentences say the same as the numbers of the JavaScript server. */
function pythonCode(message: string): number | null {
  if (message.startsWith("Invalid session")) return 1;
  return message.startsWith("The client is using") ? 5 : null;
}

/** The first frame of an Engine.IO server on a WebSocket. */
export const isEngineIoOpen = (text: string | null): boolean => text?.startsWith('0{"sid":"') === true;
