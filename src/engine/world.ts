/// <reference lib="webworker" />
import { readBrowser, type Browser } from "../core/explain/browser.ts";
import type { Permission, Violation } from "../core/session/evidence.ts";
import { now } from "./clock.ts";

/** What the worker can tell of the browser and of the page that it serves. */
export interface World {
  readonly browser: Browser;
  readonly page: { readonly origin: string; readonly isSecureContext: boolean };
  readonly onLine: () => boolean | null;
  readonly permissions: () => Promise<{ readonly loopback: Permission; readonly local: Permission }>;
}

/** @see https://wicg.github.io/local-network-access/#permissions-policy — an older name, and none in WebKit */
async function permission(names: readonly string[]): Promise<Permission> {
  for (const name of names) {
    try {
      return (await navigator.permissions.query({ name: name as PermissionName })).state;
    } catch {
      // This browser does not know the name.
    }
  }
  return null;
}

export const world: World = {
  browser: readBrowser(navigator.userAgent),
  page: { origin: location.origin, isSecureContext },
  onLine: () => navigator.onLine,
  permissions: async () => ({
    loopback: await permission(["loopback-network", "local-network-access"]),
    local: await permission(["local-network", "local-network-access"]),
  }),
};

/** A policy can be as long as its author likes. */
const LONGEST_POLICY = 4000;

/** Violations of policies that hold for this worker. WebKit tells a worker nothing. */
export function onViolation(tell: (violation: Violation) => void): void {
  addEventListener("securitypolicyviolation", (event) => {
    const { effectiveDirective, disposition, blockedURI, originalPolicy } = event as SecurityPolicyViolationEvent;
    tell({
      directive: effectiveDirective,
      disposition,
      blocked: blockedURI,
      policy: originalPolicy.slice(0, LONGEST_POLICY),
      where: "worker",
      at: now(),
    });
  });
}
