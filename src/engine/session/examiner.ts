import type { Note } from "../../core/log/note.ts";
import { isProbedByItself, nextProbe } from "../../core/explain/probing.ts";
import type { ProbePolicy } from "../../core/units/probePolicy.ts";
import type { EarlierEnding, Evidence, Violation } from "../../core/session/evidence.ts";
import type { Probe } from "../../core/session/probe.ts";
import type { Ending } from "../../core/session/session.ts";
import { ms, type EpochMs, type Seq } from "../../core/units/units.ts";
import type { World } from "../world.ts";
import type { Attempt } from "./attempt.ts";
import { runProbe } from "./runProbe.ts";

/** A `securitypolicyviolation` comes up to 26 ms around the failure; a judgement waits for it. */
const GRACE = ms(60);
/** Violations shortly before the attempt belong to it, too: clocks of events differ. */
const BEFORE = 20;
/** Earlier endings at the same address that are looked at. */
const REMEMBERED = 20;
/** Addresses that are remembered: a variable in one can make any number of them. */
const ADDRESSES = 50;
/** Endings whose evidence is found from their entry; the log itself is bounded, and this stays small beside it. */
const ENDINGS = 100_000;

function forgetOldest<Key>(map: Map<Key, unknown>, most: number): void {
  if (map.size <= most) return;
  for (const key of map.keys()) {
    map.delete(key);
    return;
  }
}

/** What the examiner needs of the engine. */
export interface Surroundings {
  readonly world: World;
  readonly policy: () => ProbePolicy;
  readonly violations: () => readonly Violation[];
}

/** What the page is told of an examination. `of`: the entry of the ending. */
export interface Examination {
  readonly of: Seq;
  readonly evidence: Evidence;
  readonly probing: Probe | null;
}

/** Where it writes, what it reads there, and whom it tells. */
interface CaseBook {
  readonly write: (note: Note) => Seq;
  readonly read: (of: Seq) => Note | null;
  readonly tell: (examination: Examination) => void;
}

/** After an ending: gathers what can be known of it, and asks on where it may. */
export class Examiner {
  readonly #around: Surroundings;
  readonly #book: CaseBook;
  readonly #earlier = new Map<string, EarlierEnding[]>();
  /** The entry that holds the latest evidence, by the entry of the ending. */
  readonly #latest = new Map<Seq, Seq>();
  /** Endings that are still being looked into. */
  readonly #gathering = new Map<Seq, Promise<unknown>>();
  #probing = new AbortController();

  constructor(around: Surroundings, book: CaseBook) {
    this.#around = around;
    this.#book = book;
  }

  /**
   * What is known of an ending. One that is just being looked into is waited for: who asks within
   * GRACE of the end would else be told that there is nothing.
   * @param of its entry
   * @returns null: nothing, or nothing any more
   */
  async evidence(of: Seq): Promise<Evidence | null> {
    await this.#gathering.get(of);
    return this.#known(of);
  }

  #known(of: Seq): Evidence | null {
    const note = this.#book.read(this.#latest.get(of) ?? of);
    return note?.note === "evidence" || note?.note === "ended" ? note.evidence : null;
  }

  /** Of a log that is read: where the evidence of an ending stands. */
  knows(of: Seq, at: Seq): void {
    this.#latest.set(of, at);
  }

  /** Asks what can be asked about an ending, at the user's wish; what was asked before is asked again. */
  async probeAgain(of: Seq): Promise<void> {
    const evidence = await this.evidence(of);
    if (evidence) await this.#probe(of, { ...evidence, probes: [] });
  }

  /** Another attempt begins, or the user has seen enough. */
  stop(): void {
    this.#probing.abort();
    this.#probing = new AbortController();
  }

  /** What is known at the very moment of the end. */
  #atOnce(attempt: Attempt, ending: Ending): Evidence {
    const { world } = this.#around;
    const { url } = attempt.request;
    const earlier = this.#earlier.get(url) ?? [];
    // An end that was asked for says nothing of the way.
    if (!ending.asked) {
      this.#earlier.delete(url);
      this.#earlier.set(url, [...earlier, attempt.summary(ending)].slice(-REMEMBERED));
      forgetOldest(this.#earlier, ADDRESSES);
    }
    return {
      ...attempt.evidence(ending),
      browser: world.browser,
      page: world.page,
      violations: [],
      onLine: world.onLine(),
      permissions: { loopback: null, local: null },
      earlier,
    };
  }

  /** An ending that the user asked for needs no examination; its evidence goes with its entry. */
  ended(attempt: Attempt, ending: Ending): void {
    const evidence = this.#atOnce(attempt, ending);
    const of = this.#book.write({ note: "ended", ending, evidence: ending.asked ? evidence : null });
    if (!ending.asked) void this.#examine(of, evidence, attempt.began);
  }

  async #examine(of: Seq, atOnce: Evidence, began: EpochMs): Promise<void> {
    const { signal } = this.#probing;
    const gathered = this.#gather(of, atOnce, began);
    this.#gathering.set(of, gathered);
    const evidence = await gathered;
    this.#gathering.delete(of);
    if (!signal.aborted && isProbedByItself(evidence, this.#around.policy())) await this.#probe(of, evidence);
  }

  async #gather(of: Seq, atOnce: Evidence, began: EpochMs): Promise<Evidence> {
    const { world, violations } = this.#around;
    const [permissions] = await Promise.all([
      world.permissions(),
      new Promise((resolve) => {
        setTimeout(resolve, GRACE);
      }),
    ]);
    const evidence = { ...atOnce, permissions, violations: violations().filter(({ at }) => at >= began - BEFORE) };
    this.#keep(of, evidence);
    return evidence;
  }

  #keep(of: Seq, evidence: Evidence): void {
    forgetOldest(this.#latest, ENDINGS);
    this.#latest.set(of, this.#book.write({ note: "evidence", of, evidence }));
    this.#book.tell({ of, evidence, probing: null });
  }

  /** Asks on until nothing more can be learnt. Each answer is an entry, and refines what was known. */
  async #probe(of: Seq, from: Evidence): Promise<void> {
    this.stop();
    const { signal } = this.#probing;
    let evidence = from;
    for (let probe = nextProbe(evidence); probe !== null; probe = nextProbe(evidence)) {
      this.#book.tell({ of, evidence, probing: probe });
      const result = await runProbe(probe, this.#isBlocked, signal);
      if (result === null) {
        // Called off: what was known before is worth more than what came of half a row.
        const known = this.#known(of);
        if (known && known.probes.length >= evidence.probes.length) {
          this.#book.tell({ of, evidence: known, probing: null });
          return;
        }
        break;
      }
      this.#book.write({ note: "probed", of, result });
      evidence = { ...evidence, probes: [...evidence.probes, result] };
    }
    if (evidence === from) this.#book.tell({ of, evidence, probing: null });
    else this.#keep(of, evidence);
  }

  readonly #isBlocked = (url: string, since: number): boolean => {
    const bare = url.replace(/^\w+:/, "");
    return this.#around
      .violations()
      .some(({ blocked, disposition, at }) => disposition === "enforce" && at >= since && blocked.endsWith(bare));
  };
}
