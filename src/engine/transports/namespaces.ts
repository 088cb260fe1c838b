import { isUnknownNamespace } from "../../core/session/transition.ts";
import type { NamespaceState } from "../../core/session/namespaceState.ts";
import type { ResolvedNamespace } from "../../core/profile/resolve.ts";
import type { Ms } from "../../core/units/units.ts";
import type { Joined, OpenNamespace } from "./socketioClient.ts";
import type { Sink } from "./transport.ts";

/** Namespaces that are joined besides the connection's own, each with a state of its own. */
export class Namespaces {
  readonly #open: OpenNamespace;
  readonly #sink: Sink;
  /** Until an unknown one is asked for again; null: never. */
  readonly #retry: Ms | null;
  readonly #joined = new Map<string, Joined>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(open: OpenNamespace, sink: Sink, retry: Ms | null) {
    this.#open = open;
    this.#sink = sink;
    this.#retry = retry;
  }

  join(namespace: ResolvedNamespace): void {
    const { name } = namespace;
    this.#tell({ name, is: "joining", sid: "", message: "" }, null);
    this.#attempt(namespace);
  }

  #attempt(namespace: ResolvedNamespace): void {
    const { name } = namespace;
    this.#drop(name);
    const joined = this.#open(namespace, {
      joined: (sid) => {
        this.#tell({ name, is: "joined", sid, message: "" }, null);
      },
      refused: (message, data) => {
        const wait = isUnknownNamespace({ message, data }) ? this.#retry : null;
        this.#tell({ name, is: "refused", sid: "", message }, wait);
        // Anew, not by the same socket: a connection of its own was closed with the refusal.
        if (wait !== null)
          this.#timers.set(
            name,
            setTimeout(() => {
              this.#attempt(namespace);
            }, wait),
          );
      },
      left: (why) => {
        this.#tell({ name, is: "left", sid: "", message: why }, null);
      },
    });
    this.#joined.set(name, joined);
  }

  leave(name: string): void {
    if (!this.#joined.has(name)) return;
    this.#drop(name);
    this.#tell({ name, is: "left", sid: "", message: "" }, null);
  }

  get = (name: string): Joined | null => this.#joined.get(name) ?? null;
  all = (): Iterable<Joined> => this.#joined.values();

  /** All at once, without a word: the connection is over. */
  close(): void {
    for (const name of this.#joined.keys()) this.#drop(name);
  }

  #drop(name: string): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
    this.#joined.get(name)?.close();
    this.#joined.delete(name);
  }

  #tell(state: NamespaceState, wait: Ms | null): void {
    this.#sink.note({ note: "namespace", state, wait });
    this.#sink.namespace(state);
  }
}
