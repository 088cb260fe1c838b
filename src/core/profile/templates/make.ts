import type { Profile } from "../profile.ts";
import { emptyDraft, newProfile } from "../profile.ts";
import type { Draft, Format } from "../message.ts";
import type { Variable } from "../template.ts";

/** A setup to begin with. Its name is a proper noun; what it is for stands in the texts, by its id. */
export interface Template<Id extends string = string> {
  readonly id: Id;
  readonly name: string;
  readonly profile: Profile;
}

export const body = (text: string, format: Format = "json"): Draft => ({
  ...emptyDraft,
  parts: [{ format, text, file: null }],
});

export const event = (name: string, ...args: readonly string[]): Draft => ({
  event: name,
  ack: null,
  parts: args.map((text) => ({ format: "json", text, file: null })),
});

export const variable = (name: string, value = ""): Variable => ({ name, value, secret: false });
export const secret = (name: string): Variable => ({ name, value: "", secret: true });

/** Messages by name; their ids are made when the template is used. */
export const messages = (drafts: Readonly<Record<string, Draft>>): Profile["saved"] =>
  Object.entries(drafts).map(([name, draft]) => ({ id: name, name, draft }));

export const websocket = (url: string, subprotocols: readonly string[], rest: Partial<Profile>): Profile => ({
  ...newProfile,
  ...rest,
  url,
  websocket: { ...newProfile.websocket, subprotocols },
});
