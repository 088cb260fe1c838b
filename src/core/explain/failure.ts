import type { EndCause } from "../session/session.ts";
import type { ProbeResult } from "../session/probe.ts";
import type { Fact } from "./finding.ts";
import type { Sight } from "./sight.ts";

/** What Socket.IO's client says of the transport under it; any other text is the server's own. */
export const TRANSPORT_MESSAGES =
  /^(?:xhr (?:poll|post) error|fetch (?:read|write) error|websocket error|webtransport error|timeout|server error|parse error|It seems you are trying to reach a Socket\.IO server in v2)/;

/** A refusal in the server's own words: it was reached. */
export const isServersWord = (cause: EndCause): boolean =>
  cause.kind === "connect-error" && (cause.status !== null || !TRANSPORT_MESSAGES.test(cause.message));

/**
 * Whether the attempt failed somewhere between here and the server, and for no reason that is known
 * from the two addresses or from the browser itself.
 */
export function failedOnTheWay({ stage, foreseen, evidence }: Sight): boolean {
  const { cause, asked } = evidence.ending;
  if (stage !== "never-opened" || asked || cause.kind === "setup") return false;
  if (foreseen !== null) return false;
  return cause.kind !== "connect-error" || TRANSPORT_MESSAGES.test(cause.message);
}

/** No answer came in time, and the attempt was given up: by us, or by Socket.IO's client. */
export const isGivenUp = ({ evidence: { ending } }: Sight): boolean =>
  ending.cause.kind === "connect-timeout" ||
  (ending.cause.kind === "connect-error" && ending.cause.message === "timeout");

/** null: does not concern. true: a member of the class without a usable answer is possible. */
export function mayBeUnreachable(sight: Sight): boolean | null {
  if (!failedOnTheWay(sight)) return null;
  return sight.http !== "answered" && sight.http !== "no-answer" && !sight.spoke && !isGivenUp(sight);
}

/** After it was open: the connection under it ended, and nobody said why. */
export function isCut({ stage, code, wasClean, evidence }: Sight): boolean {
  const { asked, errored, cause } = evidence.ending;
  if (stage !== "opened" || asked) return false;
  if (cause.kind === "close") return code === 1006 && !wasClean && !errored;
  return cause.kind === "disconnect" && cause.why === "transport close" && (code === null || code === 1006);
}

/** How the attempt ended, in the words of the browser or of Socket.IO's client. */
export function failure({ code, reason, wasClean, evidence }: Sight): readonly Fact[] {
  const { cause } = evidence.ending;
  if (cause.kind === "connect-error") return [connectErrorFact(cause)];
  const never: Fact = { fact: "never-opened" };
  return code === null ? [never] : [never, { fact: "closed", code, reason, wasClean }];
}

export const connectErrorFact = ({
  message,
  status,
  body,
}: Extract<EndCause, { kind: "connect-error" }>): Extract<Fact, { fact: "connect-error" }> => ({
  fact: "connect-error",
  message,
  status,
  body,
});

/** The first text that a probing socket got. */
export const firstOf = (probe: ProbeResult | null): string | null =>
  probe?.outcome.kind === "opened" ? probe.outcome.first : null;
