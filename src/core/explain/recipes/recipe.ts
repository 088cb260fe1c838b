import type { Target } from "../target.ts";

/** "-": stands there now, and is in the way. "+": what makes it right. " ": around it. */
export interface RecipeLine {
  readonly mark: " " | "+" | "-";
  readonly text: string;
}

/** A recipe before it has its name. */
export interface RecipeDraft {
  /** A proper name, the same in every language. */
  readonly stack: string;
  readonly lines: readonly RecipeLine[];
  /** The clause of public documentation that says so. */
  readonly spec: string;
}

/** @returns null where the recipe has nothing to say to this target */
export type RecipeMaker = (target: Target, words: RecipeWords) => RecipeDraft | null;

const forProtocol =
  (protocol: Target["protocol"]) =>
  (make: RecipeMaker): RecipeMaker =>
  (target, words) =>
    target.protocol === protocol ? make(target, words) : null;

/** Of servers and clients of the one protocol, which mend nothing for the other. */
export const forWebSocket = forProtocol("websocket");
export const forSocketio = forProtocol("socketio");

/** The sentences inside the code, each one line, without comment signs: i18n has them in the reader's language. */
export const RECIPE_COMMENTS = [
  "appPort",
  "bothFamilies",
  "bothLoopbacks",
  "everyAddress",
  "published",
  "publishedIpv6",
  "reachableAddress",
  "placeholderAddress",
  "composeUp",
  "pageHost",
  "certificate",
  "wholeChain",
  "samePort",
  "oneServer",
  "oneUpgrade",
  "handshakeByLibrary",
  "uvicornLibrary",
  "acceptKey",
  "serverPath",
  "socketioPath",
  "exactLocation",
  "apacheVersion",
  "nginxOrgIngress",
  "healthCheck",
  "websocketsOn",
  "wholeLife",
  "keepOnReload",
  "chosenSubprotocol",
  "noSubprotocol",
  "clientNotRaw",
  "keepForeignUpgrades",
  "oldClients",
  "exactOrigin",
  "credentials",
  "withoutCors",
  "exactNamespace",
  "pathIsOption",
  "fireEvent",
  "allInstances",
  "keyInQuery",
  "authOnServer",
  "bothTransports",
  "threadedWorker",
  "stickyAddress",
  "stickyCookie",
  "sameParser",
  "belowLimit",
  "silentPeer",
  "longerThanPing",
  "slowAnswer",
  "limitOfServer",
  "backoff",
  "authFirst",
  "noHeaders",
  "authCode",
  "wukongLogin",
  "noDeflate",
  "exactSource",
  "noUpgradePolicy",
  "openHere",
] as const;

export type RecipeCommentId = (typeof RECIPE_COMMENTS)[number];
export type RecipeWords = Readonly<Record<RecipeCommentId, string>>;

/** @param text lines whose first character is the mark; an empty one is an empty line around it */
export function diff(text: string): readonly RecipeLine[] {
  return text
    .replace(/^\n/, "")
    .trimEnd()
    .split("\n")
    .map((line) => ({ mark: markOf(line), text: line.slice(1) }));
}

function markOf(line: string): RecipeLine["mark"] {
  const mark = line[0] ?? " ";
  if (mark === "+" || mark === "-" || mark === " ") return mark;
  throw new Error(`no mark: ${line}`);
}
