import { hostKind } from "../../units/host.ts";
import { placeOfUrl } from "../place.ts";
import { certain, likely, type Found, type PhraseFamily, type Reading } from "../phrase.ts";

/** What a server tells clients to connect to. @see WuKongIM, GET /route */
function announced({ group }: Found): Reading {
  const { host } = placeOfUrl(group("url"));
  if (host === undefined) return [certain("loopback-address")];
  switch (hostKind(host)) {
    case "wildcard":
      return [certain("wildcard-address")];
    case "loopback":
    case "localhost":
      return [certain("loopback-address")];
    case "private":
      return [likely("loopback-address")];
    case "local-name":
    case "short-name":
    case "public":
    case "name":
      return [];
  }
}

export const wukongim = {
  tool: "wukongim",
  phrases: [
    {
      has: ['"ws_addr"', '"wss_addr"', String.raw`\"ws_addr\"`],
      at: /\\?"wss?_addr\\?": ?\\?"(?<url>wss?:\/\/[^"\\\n]{0,300})/,
      says: announced,
    },
  ],
} as const satisfies PhraseFamily;

/** @see https://github.com/EvolutionAPI/evolution-api src/api/integrations/event/websocket/websocket.controller.ts */
export const evolutionApi = {
  tool: "evolution-api",
  phrases: [
    {
      has: ["apiKey is required", "Invalid global token"],
      at: /(?:\{\\?"code\\?":4,\\?"message\\?":\\?")?(?<reason>apiKey is required|Invalid global token)/,
      says: [certain("socketio-auth", { status: 403 })],
    },
    {
      has: "Connection rejected: ",
      at: /Connection rejected: (?<reason>apiKey not provided|invalid global token)/,
      says: [certain("socketio-auth", { status: 403 })],
    },
  ],
} as const satisfies PhraseFamily;
