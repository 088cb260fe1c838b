import { arrayElements } from "../../core/decode/socketioPacket.ts";
import { wildcard } from "../../core/log/wildcard.ts";
import { encodeBody, type SendFault } from "../../core/profile/message.ts";
import type { AnswerRule, Profile } from "../../core/profile/profile.ts";
import { resolveProfile, type ResolvedNamespace } from "../../core/profile/resolve.ts";
import type { Fill } from "../../core/profile/template.ts";
import { fail, type Result } from "../../core/units/result.ts";
import type { Seq } from "../../core/units/units.ts";
import type { Transport } from "../transports/transport.ts";

/** How the setup answers an event by itself; undefined: it does not. */
export const ruleFor = ({ socketio }: Profile, event: string): AnswerRule | undefined =>
  socketio.answers.find((one) => wildcard(one.event).test(event));

/** @param args JSON text of an array, in which variables may stand; empty: no arguments */
export function answerBy(transport: Transport, of: Seq, args: string, fill: Fill): Result<Seq | null, SendFault> {
  if (!transport.answer) return fail({ kind: "not-open" });
  const text = args.trim() === "" ? "[]" : args;
  const encoded = encodeBody({ format: "json", text, file: null }, fill);
  if (!encoded.ok) return fail({ kind: "draft", fault: { kind: "part", index: 0, fault: encoded.fault } });
  const array = encoded.value.type === "json" ? encoded.value.text : "[]";
  return transport.answer(
    of,
    arrayElements(array).map((element) => ({ type: "json", text: element })),
  );
}

/** A namespace of the setup as it would be joined now; null: it has none of that name, or a fault. */
export function namespaceIn(profile: Profile, name: string, fill: Fill, securePage: boolean): ResolvedNamespace | null {
  const resolved = resolveProfile(profile, fill, securePage);
  if (!resolved.ok || resolved.value.protocol !== "socketio") return null;
  return resolved.value.namespaces.find((one) => one.name === name) ?? null;
}
