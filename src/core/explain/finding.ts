import type { Permission } from "../session/evidence.ts";
import type { ProbeResult } from "../session/probe.ts";
import type { Ms } from "../units/units.ts";
import type { HostKind } from "../units/host.ts";
import type { Cause } from "./cause.ts";

/**
 * - certain: nothing else gives the same evidence in this engine
 * - likely: something else could, and would be unusual
 * - possible: one of several that look the same
 */
export type Certainty = "certain" | "likely" | "possible";

/** A reason for a finding: what was seen, not what was concluded. Sentences stand in i18n. */
export type Fact =
  | { readonly fact: "exception"; readonly name: string; readonly message: string }
  | { readonly fact: "no-close-event" }
  | { readonly fact: "violation"; readonly directive: string; readonly policy: string }
  | { readonly fact: "mixed"; readonly origin: string; readonly url: string }
  | { readonly fact: "upgraded"; readonly from: string; readonly to: string }
  | { readonly fact: "tls-on-ws" }
  | { readonly fact: "bad-port"; readonly port: number }
  | { readonly fact: "host"; readonly host: string; readonly is: HostKind }
  | { readonly fact: "offline" }
  | { readonly fact: "sockets"; readonly count: number; readonly limit: number }
  | { readonly fact: "permission"; readonly name: "loopback" | "local"; readonly state: Permission }
  | { readonly fact: "closed"; readonly code: number; readonly reason: string; readonly wasClean: boolean }
  | { readonly fact: "never-opened" }
  | { readonly fact: "error-before-close" }
  | { readonly fact: "no-error-before-close" }
  | { readonly fact: "reserved-code"; readonly code: number }
  | { readonly fact: "failed-after"; readonly wait: Ms }
  | { readonly fact: "silent-for"; readonly wait: Ms }
  | { readonly fact: "closed-after-open"; readonly wait: Ms }
  | { readonly fact: "repeated"; readonly times: number; readonly wait: Ms }
  | { readonly fact: "no-answer-in"; readonly wait: Ms }
  | { readonly fact: "probe"; readonly probe: ProbeResult }
  | { readonly fact: "subprotocols"; readonly asked: readonly string[]; readonly chosen: string | null }
  | { readonly fact: "path"; readonly path: string }
  | { readonly fact: "last-sent"; readonly wait: Ms; readonly size: number }
  | { readonly fact: "nothing-received" }
  | { readonly fact: "asked" }
  | { readonly fact: "setup"; readonly fields: readonly string[] }
  | { readonly fact: "heartbeat"; readonly wait: Ms }
  | {
      readonly fact: "connect-error";
      readonly message: string;
      readonly status: number | null;
      readonly body: string | null;
    }
  | { readonly fact: "disconnect"; readonly why: string }
  | { readonly fact: "upgrade-error"; readonly message: string }
  | { readonly fact: "transport"; readonly name: string }
  | { readonly fact: "first-frame"; readonly text: string }
  | { readonly fact: "credentials" }
  | { readonly fact: "bad-subprotocol"; readonly subprotocol: string }
  /** A line that the user pasted, and what wrote it. */
  | { readonly fact: "line"; readonly tool: string; readonly text: string };

export interface Finding {
  readonly cause: Cause;
  readonly certainty: Certainty;
  readonly because: readonly Fact[];
  /** Several causes that a page cannot tell apart; its members follow as findings of their own. */
  readonly isClass: boolean;
  /** Among findings of equal certainty the higher one comes first. */
  readonly weight: number;
}

/** "out": this cause was considered, and the evidence speaks against it. null: it does not concern. */
export type Verdict = Finding | "out" | null;

const found =
  (certainty: Certainty) =>
  (cause: Cause, because: readonly Fact[], weight = 0): Finding => ({
    cause,
    certainty,
    because,
    isClass: false,
    weight,
  });

export const certain = found("certain");
export const likely = found("likely");
export const possible = found("possible");

/** A class: what is certain of it is that one of its members is the cause. */
export const oneOf = (cause: Cause, certainty: Certainty, because: readonly Fact[], weight = 0): Finding => ({
  cause,
  certainty,
  because,
  isClass: true,
  weight,
});
