import fc from "fast-check";
import type { PolicyEngine } from "../../src/core/csp/case.ts";
import { compare, predict, type Comparison } from "./compare.ts";
import { diffPage, originsOf, smaller, TRIES, type DiffPage } from "./generate.ts";
import { runTasks, WORKER, type Outcome, type Task } from "./inPage.ts";
import { metasOf, startPageServer, type PageServer } from "./pageServer.ts";

/** A page of a browser that is driven by whatever drives it. */
export interface DrivenPage {
  goto(url: string): Promise<unknown>;
  run(inPage: typeof runTasks, input: Parameters<typeof runTasks>[0]): Promise<readonly (readonly Outcome[] | null)[]>;
}

/** What differs; the page tries one target alone. */
export interface Difference extends Comparison {
  readonly page: DiffPage;
}

export interface DiffReport {
  readonly count: number;
  /** How many of them were blocked by a policy, and how many passed: a test of one kind proves little. */
  readonly blocked: number;
  readonly differences: readonly Difference[];
}

/** Pages of one batch: with all that they try, below the limit of sockets. */
const BATCH = 20;
/** ms until all violations have come; Firefox says some only when it connects. */
const WAIT: Readonly<Record<PolicyEngine, number>> = { chromium: 700, firefox: 2500, webkit: 700 };
/** Of differences that are made small and shown. */
const MOST_SHOWN = 10;

class Differ {
  readonly #page: DrivenPage;
  readonly #server: PageServer;
  readonly #engine: PolicyEngine;

  constructor(page: DrivenPage, server: PageServer, engine: PolicyEngine) {
    this.#page = page;
    this.#server = server;
    this.#engine = engine;
  }

  /** All of one origin. */
  async differences(pages: readonly DiffPage[]): Promise<readonly Difference[]> {
    const [first] = pages;
    if (first === undefined) return [];
    this.#server.serve(pages);
    await this.#page.goto(`${first.origin}/parent`);
    const tasks = pages.map((page, id): Task => ({ ...page, id, metas: metasOf(page) }));
    const wait = WAIT[this.#engine];
    const input = { tasks, wait, workerSource: WORKER };
    const outcomes = await this.#page.run(runTasks, input);
    return pages.flatMap((page, at) => {
      const seen = outcomes[at] ?? null;
      if (seen === null) return [{ page, predicted: "a page", seen: "a document or worker that never came to be" }];
      return page.tries.flatMap((one, number) => {
        const outcome = seen[number];
        const difference =
          outcome === undefined
            ? { predicted: "an outcome", seen: "none" }
            : compare(page, one, at, outcome, this.#engine);
        return difference ? [{ page: { ...page, tries: [one] }, ...difference }] : [];
      });
    });
  }

  /** The smallest page that still differs. */
  async minimise(found: Difference): Promise<Difference> {
    let least = found;
    for (let round = 0; round < 20; round += 1) {
      // Alone, it is the first try.
      const [next] = await this.differences(smaller(least.page).slice(0, BATCH).map(renumbered));
      if (next === undefined) return least;
      least = next;
    }
    return least;
  }
}

const renumbered = (page: DiffPage): DiffPage => ({
  ...page,
  tries: page.tries.map((one, at) => ({ ...one, targetUrl: one.targetUrl.replace(/([?&])d=\d+/, `$1d=${at}`) })),
});

/**
 * Makes up pages, policies and targets, and holds the prediction against what the browser does.
 * @param seed the same seed gives the same cases, but for the ports
 */
export async function runDifftest(
  driven: DrivenPage,
  engine: PolicyEngine,
  count: number,
  seed: number,
  onProgress: (done: number, differences: number) => void = () => undefined,
): Promise<DiffReport> {
  const server = await startPageServer();
  try {
    const differ = new Differ(driven, server, engine);
    const pages = fc.sample(diffPage(server.ports, engine), { numRuns: Math.ceil(count / TRIES), seed });
    const differences: Difference[] = [];
    let done = 0;
    for (const origin of originsOf(server.ports)) {
      const own = pages.filter((page) => page.origin === origin);
      for (let at = 0; at < own.length; at += BATCH) {
        const batch = own.slice(at, at + BATCH);
        differences.push(...(await differ.differences(batch)));
        done += batch.length * TRIES;
        onProgress(done, differences.length);
      }
    }
    const small: Difference[] = [];
    for (const found of differences.slice(0, MOST_SHOWN)) small.push(await differ.minimise(found));
    const blocked = pages.flatMap((page) =>
      page.tries.filter((one) => predict(page, one, 0, engine).by === "csp"),
    ).length;
    return { count: pages.length * TRIES, blocked, differences: [...small, ...differences.slice(MOST_SHOWN)] };
  } finally {
    await server.close();
  }
}

/** A line for people: the case as it can be tried by hand. */
export function describeDifference({ page, predicted, seen }: Difference): string {
  const policies = page.policies.map(({ delivery, disposition, text }) => `${delivery} ${disposition}: ${text}`);
  const tries = page.tries.map(({ resource, targetUrl }) => `${resource} ${targetUrl}`);
  return `${page.origin} ${page.context} ${tries.join(" ")}\n  ${policies.join("\n  ")}\n  predicted ${predicted}, seen ${seen}`;
}
