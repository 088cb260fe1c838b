import type { Outgoing } from "../../profile/message.ts";

/** Text of messages for a tool that sends text frames alone. */
export const textsOf = (messages: readonly Outgoing[]): readonly string[] =>
  messages.flatMap((message) =>
    message.type === "frame" && message.payload.type !== "binary" ? [message.payload.text] : [],
  );
