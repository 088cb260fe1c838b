import type { Cause } from "../../src/core/explain/cause.ts";
import type { Certainty } from "../../src/core/explain/finding.ts";
import type { HintCause } from "../../src/core/explain/hints.ts";
import type { Servers } from "../fixtures/servers.ts";
import type { AppServerOptions } from "../servers/appServer.ts";

export type Engine = "chromium" | "firefox";

/** What the user sees in the end. */
export type Outcome =
  | {
      readonly cause: Cause;
      readonly certainty?: Certainty;
      /** what else must stand in the panel as possible */
      readonly among?: readonly Cause[];
    }
  /** It is open, and something is worth saying. */
  | { readonly hint: HintCause }
  /** This browser does not fail here. */
  | { readonly not: string };

/** One setting: a chip and its fields by their names; without a chip, fields of the bar itself. */
export interface Setting {
  readonly chip?: string;
  readonly fill?: Readonly<Record<string, string>>;
  readonly check?: readonly string[];
  /** by what the choice says */
  readonly choose?: Readonly<Record<string, string>>;
}

export type Phase = "idle" | "connecting" | "open" | "waiting" | "closing" | "closed" | "failed";

/** The workbench in any browser, as its users handle it. */
export interface App {
  readonly engine: Engine;
  open(url?: string): Promise<void>;
  /** closes the connection with its tab; an empty one takes its place */
  clear(): Promise<void>;
  protocol(name: "WebSocket" | "Socket.IO"): Promise<void>;
  set(setting: Setting): Promise<void>;
  type(url: string): Promise<void>;
  press(button: string): Promise<void>;
  isIn(phase: Phase): Promise<void>;
  /** writes a message and sends it */
  send(text: string): Promise<void>;
  /** the last lifecycle entry of the log that says this */
  choose(says: string): Promise<void>;
  /** Runs in the page. */
  read<T>(inPage: () => T): Promise<T>;
}

/** Where to connect, and what happens when the attempt is on its way. */
export interface Scene {
  readonly url: string;
  readonly next?: (app: App) => Promise<void>;
}

/** One thing that can be the matter, on a live server. */
export interface Row {
  /** in the user's words */
  readonly name: string;
  readonly protocol?: "Socket.IO";
  readonly settings?: readonly Setting[];
  /** Sockwright is served otherwise than usual. */
  readonly app?: AppServerOptions;
  /** The browser takes any certificate. */
  readonly trusts?: true;
  readonly start: (servers: Servers) => Promise<Scene> | Scene;
  /** What the URL field says while the address is typed. */
  readonly foreseen?: string | Readonly<Record<Engine, string>>;
  readonly expected: Outcome | Readonly<Record<Engine, Outcome>>;
  /** Another row shows the same to Firefox, which is slow to drive: it leaves this one out. */
  readonly isVariant?: true;
}

/** Waits that are short enough for a test, and long enough to count as patience. */
export const timeout = (span: string): Setting => ({ chip: "Timeout", fill: { Timeout: span } });
export const subprotocols = (text: string): Setting => ({ chip: "Subprotocols", fill: { Subprotocols: text } });
export const websocketOnly: Setting = { chip: "Transports", choose: { Transports: "websocket" } };
export const namespace = (name: string): Setting => ({ fill: { Namespace: name } });
export const path = (name: string): Setting => ({ chip: "Path", fill: { Path: name } });

/** Connections are explained by themselves when they fail; a normal end is explained on request. */
export const askWhy = async (app: App, says: string): Promise<void> => {
  await app.isIn("closed");
  await app.choose(says);
};

export function outcomeIn({ expected }: Row, engine: Engine): Outcome {
  return "chromium" in expected ? expected[engine] : expected;
}
