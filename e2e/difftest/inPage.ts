/** One page of a batch, as the parent is told of it. */
export interface Task {
  readonly id: number;
  readonly context: "window" | "worker-network" | "worker-blob" | "iframe-srcdoc";
  readonly tries: readonly { readonly targetUrl: string; readonly resource: "websocket" | "fetch" | "eventsource" }[];
  /** Of a srcdoc document. */
  readonly metas: string;
}

/** What came of one try. */
export interface Outcome {
  /** Of the exception that the constructor threw; null: none. */
  readonly thrown: string | null;
  /** Right after the constructor; -1: of no socket. */
  readonly readyState: number;
  readonly url: string;
  /** Violations, by disposition. */
  readonly enforced: number;
  readonly reported: number;
}

/**
 * Tries targets in a global of its own, and hears what the policies there say. Runs in pages and workers: nothing
 * from outside of it may be named.
 * @param wait ms until all violations have come
 */
function attempt(
  scope: typeof globalThis,
  listenOn: EventTarget,
  tries: Task["tries"],
  wait: number,
): Promise<readonly Outcome[]> {
  const seen = tries.map(() => ({ thrown: null as string | null, readyState: -1, url: "", enforced: 0, reported: 0 }));
  listenOn.addEventListener("securitypolicyviolation", (event) => {
    const { blockedURI, disposition } = event as SecurityPolicyViolationEvent;
    const one = seen[Number(/[?&]d=(\d+)/.exec(blockedURI)?.[1])];
    if (one === undefined) return;
    if (disposition === "enforce") one.enforced += 1;
    else one.reported += 1;
  });
  const sockets = tries.map(({ targetUrl, resource }, at) => {
    const one = seen[at];
    if (one === undefined) return null;
    try {
      if (resource === "fetch") {
        void scope.fetch(targetUrl, { mode: "no-cors", cache: "no-store" }).catch(() => undefined);
        return null;
      }
      const socket = resource === "websocket" ? new scope.WebSocket(targetUrl) : new scope.EventSource(targetUrl);
      one.readyState = socket.readyState;
      one.url = socket.url;
      return socket;
    } catch (error) {
      one.thrown = (error as { name: string }).name;
      return null;
    }
  });
  return new Promise((resolve) => {
    setTimeout(() => {
      for (const socket of sockets) socket?.close();
      resolve(seen);
    }, wait);
  });
}

/** The script of the parent, which tries in frames of its own origin. */
export const PARENT = `globalThis.attempt = ${attempt.toString()};`;

/** The script of a worker: it is told what to try, and answers with the outcomes. */
export const WORKER = `
const attempt = ${attempt.toString()};
onmessage = ({ data }) => attempt(self, self, data.tries, data.wait).then((outcomes) => postMessage(outcomes));
`;

/** Runs a batch, each page in a frame or worker of its own. Runs in the parent. @returns null for a page that never came to be */
export async function runTasks({
  tasks,
  wait,
  workerSource,
}: {
  readonly tasks: readonly Task[];
  readonly wait: number;
  readonly workerSource: string;
}): Promise<readonly (readonly Outcome[] | null)[]> {
  const tryIn = (globalThis as unknown as { readonly attempt: typeof attempt }).attempt;
  const patience = wait + 15_000;

  const frameOf = (document: Document, fill: (frame: HTMLIFrameElement) => void): Promise<HTMLIFrameElement> =>
    new Promise((resolve) => {
      const frame = document.createElement("iframe");
      frame.addEventListener("load", () => resolve(frame), { once: true });
      fill(frame);
      document.body.append(frame);
    });
  const workerIn = (scope: typeof globalThis, url: string, { tries }: Task): Promise<readonly Outcome[] | null> =>
    new Promise((resolve) => {
      const worker = new scope.Worker(url);
      worker.onerror = () => resolve(null);
      worker.onmessage = ({ data }: MessageEvent<readonly Outcome[]>) => {
        worker.terminate();
        resolve(data);
      };
      worker.postMessage({ tries, wait });
    });
  const scopeOf = (frame: HTMLIFrameElement): typeof globalThis => frame.contentWindow as unknown as typeof globalThis;

  const run = async (task: Task): Promise<readonly Outcome[] | null> => {
    if (task.context === "worker-network") return workerIn(globalThis, `/worker/${task.id}`, task);
    const outer = await frameOf(document, (frame) => (frame.src = `/case/${task.id}`));
    const inside = outer.contentDocument;
    if (inside === null) return null;
    if (task.context === "worker-blob") {
      const scope = scopeOf(outer);
      const blob = new scope.Blob([workerSource], { type: "text/javascript" });
      return workerIn(scope, scope.URL.createObjectURL(blob), task);
    }
    const frame =
      task.context === "iframe-srcdoc"
        ? await frameOf(inside, (one) => (one.srcdoc = `<!doctype html><head>${task.metas}</head><body></body>`))
        : outer;
    const { contentDocument } = frame;
    return contentDocument && tryIn(scopeOf(frame), contentDocument, task.tries, wait);
  };
  const outcomes = await Promise.all(
    tasks.map((task) =>
      Promise.race([
        run(task).catch(() => null),
        new Promise<null>((resolve) => {
          setTimeout(() => resolve(null), patience);
        }),
      ]),
    ),
  );
  document.body.replaceChildren();
  return outcomes;
}
