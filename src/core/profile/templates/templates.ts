import { evolutionGlobal, evolutionInstance } from "./evolutionApi.ts";
import { echoPostman, echoWebSocketOrg, graphqlWs, homeAssistant, mqtt, stomp } from "./protocols.ts";
import { wukongIm } from "./wukongIm.ts";

/** Every template, in the order of the list. */
export const TEMPLATES = [
  evolutionInstance,
  evolutionGlobal,
  wukongIm,
  graphqlWs,
  stomp,
  mqtt,
  homeAssistant,
  echoWebSocketOrg,
  echoPostman,
] as const;

export type TemplateId = (typeof TEMPLATES)[number]["id"];

/** Products with a checklist of their own, by what `Profile.system` says. */
export const CHECKLISTS = ["evolutionapi", "wukongim"] as const;
export type ChecklistId = (typeof CHECKLISTS)[number];

export const checklistOf = (system: string | null): ChecklistId | null =>
  CHECKLISTS.find((one) => system === one || system?.startsWith(`${one}-`) === true) ?? null;
