import type { Draft } from "../../profile/message.ts";
import type { Profile } from "../../profile/profile.ts";
import type { Writing } from "./setup.ts";

export interface BrunoMessage {
  readonly title: string;
  readonly type: "json" | "text";
  readonly data: string;
}

/** Saved messages by their names, and behind them those sent on opening, which nothing sends by itself there. */
export function brunoMessages({ saved, onOpen }: Profile, leave: Writing["leave"]): readonly BrunoMessage[] {
  if (onOpen.length > 0) leave("on-open-messages", String(onOpen.length));
  const opening = onOpen.map((draft, index) => ({ name: `on open ${String(index + 1)}`, draft }));
  return [...saved, ...opening].flatMap(({ name, draft }) => messageOf(name, draft, leave));
}

function messageOf(title: string, { parts }: Draft, leave: Writing["leave"]): readonly BrunoMessage[] {
  const body = parts[0] ?? { format: "text", text: "" };
  if (body.format === "text" || body.format === "json") return [{ title, type: body.format, data: body.text }];
  leave("binary-message", title);
  return [];
}
