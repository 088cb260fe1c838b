import type { BundledEnvironment, BundledProfile } from "../../profile/bundle.ts";
import type { Profile } from "../../profile/profile.ts";
import type { Variable } from "../../profile/template.ts";
import { fail, ok, type Result } from "../../units/result.ts";
import type { Imported, ReadFault } from "../format.ts";
import type { LeftOut, LeftOutKind } from "../leftOut.ts";
import { MOST_LEFT, MOST_PROFILES } from "./limits.ts";

/** Gathers what one text brings, and counts what goes beyond the limits instead of growing. */
export class Collected {
  readonly #folders = new Set<string>();
  readonly #profiles: BundledProfile[] = [];
  readonly #environments: BundledEnvironment[] = [];
  readonly #left: LeftOut[] = [];
  readonly #said = new Set<string>();
  #spilled = 0;

  /** The same is said once. */
  readonly left = (kind: LeftOutKind, of: string, detail: string): void => {
    const key = `${kind}\n${of}\n${detail.slice(0, 200)}`;
    if (this.#said.has(key)) return;
    if (this.#left.length >= MOST_LEFT) {
      this.#spilled++;
      return;
    }
    this.#said.add(key);
    this.#left.push({ kind, of, detail: detail.length > 200 ? `${detail.slice(0, 199)}…` : detail });
  };

  /** @param folder names from the outside in; empty: in none */
  profile(name: string, folder: readonly string[], profile: Profile): void {
    if (this.#profiles.length >= MOST_PROFILES) {
      this.#spilled++;
      return;
    }
    const path = folder.filter((part) => part !== "").join(" / ");
    if (path !== "") this.#folders.add(path);
    this.#profiles.push({ id: null, name, folder: path === "" ? null : path, profile });
  }

  environment(name: string, variables: readonly Variable[]): void {
    if (variables.length === 0) return;
    if (this.#environments.length >= MOST_PROFILES) this.#spilled++;
    else this.#environments.push({ id: null, name, variables });
  }

  result(): Result<Imported, ReadFault> {
    if (this.#profiles.length + this.#environments.length === 0) return fail({ kind: "nothing" });
    const spilled: readonly LeftOut[] =
      this.#spilled === 0 ? [] : [{ kind: "too-many", of: "", detail: String(this.#spilled) }];
    return ok({
      bundle: { folders: [...this.#folders], profiles: this.#profiles, environments: this.#environments },
      left: [...this.#left, ...spilled],
    });
  }
}
