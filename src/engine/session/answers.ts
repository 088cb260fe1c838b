import { wildcard } from "../../core/log/wildcard.ts";
import { encodeArguments, type SendFault } from "../../core/profile/message.ts";
import type { AnswerRule, Profile } from "../../core/profile/profile.ts";
import { resolveProfile, type ResolvedNamespace } from "../../core/profile/resolve.ts";
import type { Fill } from "../../core/profile/template.ts";
import { fail, type Result } from "../../core/units/result.ts";
import type { Seq } from "../../core/units/units.ts";
import type { ServerRequest, Transport } from "../transports/transport.ts";

/** How the setup answers an event by itself; undefined: it does not. */
export const ruleFor = ({ socketio }: Profile, event: string): AnswerRule | undefined =>
  socketio.answers.find((one) => wildcard(one.event).test(event));

/** @param args JSON text of an array, in which variables may stand; empty: no arguments */
export function answerBy(
  transport: Transport,
  to: Seq | ServerRequest,
  args: string,
  fill: Fill,
): Result<Seq | null, SendFault> {
  const encoded = encodeArguments(args, fill);
  if (!encoded.ok) return encoded;
  return transport.answer?.(to, encoded.value) ?? fail({ kind: "not-open" });
}

/** A namespace of the setup as it would be joined now; null: it has none of that name, or a fault. */
export function namespaceIn(profile: Profile, name: string, fill: Fill, securePage: boolean): ResolvedNamespace | null {
  const resolved = resolveProfile(profile, fill, securePage);
  if (!resolved.ok || resolved.value.protocol !== "socketio") return null;
  return resolved.value.namespaces.find((one) => one.name === name) ?? null;
}
