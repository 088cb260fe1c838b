import { CERTAINTY_RANK, TOOL_NAMES, type Clue, type ClueDetail } from "../clue/clue.ts";
import type { Evidence } from "../session/evidence.ts";
import { isLiteral, isLoopback } from "../units/host.ts";
import { CAUSES_AFTER_OPEN, isClassCause, type Cause } from "./cause.ts";
import { concluded, explain, type Diagnosis } from "./explain.ts";
import type { Certainty, Finding } from "./finding.ts";
import { see, type Sight } from "./sight.ts";

/** What a clue does to a diagnosis. */
export type Effect =
  /** It says more than the evidence did. */
  | "sharpens"
  /** The evidence said so already, as surely. */
  | "agrees"
  /** It is about another host or port. */
  | "elsewhere"
  /** It is about what stands behind the proxy. */
  | "upstream"
  /** Of a connection that opened it speaks of the opening, or the other way round. */
  | "other-moment"
  /** The evidence rules it out, or is certain of something else. */
  | "against";

export interface Heard {
  readonly clue: Clue;
  readonly effect: Effect;
}

export interface Sharpened {
  readonly diagnosis: Diagnosis;
  readonly heard: readonly Heard[];
}

/** Nearly everything else is before, and Socket.IO's own are both. */
const AFTER: ReadonlySet<Cause> = new Set(CAUSES_AFTER_OPEN);
const EITHER: ReadonlySet<Cause> = new Set(["client-closed", "offline", "polling-only", "silent", "reset"]);

/**
 * A diagnosis with what the user found in a console or a log. The evidence stays the judge: what it rules out no line
 * brings back, and what is certain stays so. A line that names no host is taken for this connection, and then nothing is
 * more than likely; one that names another is told of, and left out.
 * @param textOf the part of the pasted text that proves the clue
 */
export function withClues(evidence: Evidence, clues: readonly Clue[], textOf: (clue: Clue) => string): Sharpened {
  const before = explain(evidence);
  const sight = see(evidence);
  const found = new Map<Cause, Finding>(before.findings.map((finding) => [finding.cause, finding]));
  const heard = clues.map((clue): Heard => {
    const effect = effectOf(clue, before, sight);
    if (effect !== "sharpens") return { clue, effect };
    const known = found.get(clue.cause);
    const certainty = certaintyOf(clue, sight);
    if (known !== undefined && CERTAINTY_RANK[known.certainty] < CERTAINTY_RANK[certainty])
      return { clue, effect: "agrees" };
    found.set(clue.cause, {
      cause: clue.cause,
      certainty,
      because: [
        { fact: "line", tool: TOOL_NAMES[clue.detail.tool], text: textOf(clue) },
        ...(known?.because.filter(({ fact }) => fact !== "line") ?? []),
      ],
      isClass: isClassCause(clue.cause),
      weight: SPOKEN,
    });
    return { clue, effect };
  });
  const isNew = heard.some(({ effect }) => effect === "sharpens");
  return { diagnosis: isNew ? concluded([...found.values()], before.ruledOut, evidence) : before, heard };
}

/** Among findings of equal certainty, one that a line speaks for. The rules' own weights end at 90. */
const SPOKEN = 95;

function effectOf(clue: Clue, { findings, ruledOut }: Diagnosis, sight: Sight): Effect {
  const { cause, detail } = clue;
  if (detail.isUpstream) return "upstream";
  if (placeOf(detail, sight) === "elsewhere") return "elsewhere";
  const isOpened = sight.stage === "opened";
  if (!EITHER.has(cause) && !cause.startsWith("socketio-") && AFTER.has(cause) !== isOpened) return "other-moment";
  const [top] = findings;
  if (top.certainty === "certain" && !top.isClass && top.cause !== "close-code")
    return top.cause === cause ? "agrees" : "against";
  if (ruledOut.includes(cause)) return "against";
  return top.cause === cause && top.certainty === "certain" ? "agrees" : "sharpens";
}

const certaintyOf = ({ certainty, detail }: Clue, sight: Sight): Certainty =>
  certainty === "certain" && placeOf(detail, sight) !== "here" ? "likely" : certainty;

/** Whether a clue is about the host and port of this connection. */
function placeOf({ host, port }: ClueDetail, sight: Sight): "here" | "unknown" | "elsewhere" {
  if (port !== undefined && port !== sight.port) return "elsewhere";
  if (host === undefined || sight.host === "") return "unknown";
  if (host === sight.host) return "here";
  // `localhost` is both of its addresses; one of them is not the other.
  if (isLoopback(host) && isLoopback(sight.host)) return isLiteral(host) && isLiteral(sight.host) ? "unknown" : "here";
  // An address of the net may be that of the name.
  const isOne = isLiteral(host) !== isLiteral(sight.host) && !isLoopback(host) && !isLoopback(sight.host);
  return isOne ? "unknown" : "elsewhere";
}
