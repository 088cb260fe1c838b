import type { Problem } from "../../core/profile/share/codec.ts";
import type { FileFault } from "../../core/profile/share/file.ts";
import type { LookAlike } from "../../core/profile/share/hosts.ts";
import type { LinkFault } from "../../core/profile/share/link.ts";
import type { PartKind } from "../../core/profile/share/parts.ts";
import type { PlanAction, PlanItem } from "../../core/profile/share/plan.ts";
import type { SecretPlace } from "../../core/profile/share/secrets.ts";
import type { Sentences } from "../messages.ts";

/** What stands beside links, files and imports. `Text in backticks` is set in monospace. */
export interface ShareTexts {
  readonly linkFaults: Sentences<LinkFault, "kind">;
  readonly fileFaults: Sentences<FileFault, "kind">;
  /** Stands inside the sentence of "wrong-content". */
  readonly problem: (problem: Problem) => string;
  /** @param shown what the host is in truth */
  readonly lookAlikes: Readonly<Record<LookAlike["kind"], (shown: string) => string>>;
  /** Where a secret stands. */
  readonly places: Readonly<Record<SecretPlace["kind"], string>>;
  readonly messageLists: Readonly<Record<Extract<SecretPlace, { readonly kind: "message" }>["list"], string>>;
  /** The name of a message, after the name of its list. */
  readonly named: (name: string) => string;
  readonly parts: Readonly<Record<PartKind, string>>;
  readonly states: Readonly<Record<PlanItem["state"], string>>;
  readonly actions: Readonly<Record<PlanAction, string>>;
  /** Why replacing is not offered. @param from and to are hosts or templates */
  readonly moves: (from: string, to: string) => string;
}
