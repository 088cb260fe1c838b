import { create } from "zustand";
import type { PolicyEngine } from "../core/csp/case.ts";
import { decodeCase, MOST_POLICIES, type CaseFault, type LabCase } from "../core/csp/caseLink.ts";
import { firstCase } from "../core/csp/learningCases.ts";
import { readBrowser } from "../core/explain/browser.ts";

const { engine } = readBrowser(navigator.userAgent);
/** The engine of this browser; null: none that is known. */
export const ownEngine: PolicyEngine | null = engine === "unknown" ? null : engine;

interface Lab {
  readonly one: LabCase;
  readonly engine: PolicyEngine;
  /** Why a link to a case was not used. */
  readonly fault: CaseFault | null;
  /** The code that was read last, so that a link does not undo what was edited since. */
  readonly code: string;
}

/** The case in the policy lab, and the engine that is looked at: they stay while the lab is closed. */
export const useLab = create<Lab>(() => ({
  one: firstCase,
  engine: ownEngine ?? "chromium",
  fault: null,
  code: "",
}));

export function editCase(change: Partial<LabCase>): void {
  useLab.setState(({ one }) => ({ one: { ...one, ...change }, fault: null }));
}

/**
 * Reads what stands behind `#/lab`: nothing, `?page=…&target=…`, or `/1.…` of a shared case. A link fills the
 * fields, and connects to nothing.
 */
export async function readLabCode(code: string): Promise<void> {
  if (code === useLab.getState().code) return;
  useLab.setState({ code, fault: null });
  if (code.startsWith("?")) {
    const params = new URLSearchParams(code.slice(1));
    editCase({
      pageUrl: params.get("page") ?? location.href,
      targetUrl: params.get("target") ?? "",
      resource: "websocket",
      context: "window",
      policies: params
        .getAll("policy")
        .slice(0, MOST_POLICIES)
        .map((text) => ({ delivery: "header", disposition: "enforce", text })),
    });
    return;
  }
  if (!code.startsWith("/")) return;
  const read = await decodeCase(code.slice(1));
  // Another link came in the meantime.
  if (useLab.getState().code !== code) return;
  if (read.ok) editCase(read.value);
  else useLab.setState({ fault: read.fault });
}
