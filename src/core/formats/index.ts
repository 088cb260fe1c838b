import { asyncapi } from "./asyncapi.ts";
import { browser } from "./browser.ts";
import { bruno } from "./bruno.ts";
import { curl } from "./curl.ts";
import type { Format } from "./format.ts";
import { insomnia } from "./insomnia.ts";
import { nodeWs } from "./nodeWs.ts";
import { postman } from "./postman.ts";
import { pythonSocketio } from "./pythonSocketio.ts";
import { pythonWebsockets } from "./pythonWebsockets.ts";
import { socketioClient } from "./socketioClient.ts";
import { urls } from "./urls.ts";
import { websocat } from "./websocat.ts";
import { wscat } from "./wscat.ts";

/** Every format, in the order of "Copy as" and in that of asking who recognises a text: the vaguest last. */
export const FORMATS = [
  wscat,
  websocat,
  curl,
  browser,
  nodeWs,
  socketioClient,
  pythonWebsockets,
  pythonSocketio,
  bruno,
  insomnia,
  postman,
  asyncapi,
  urls,
] as const satisfies readonly Format[];

export type FormatId = (typeof FORMATS)[number]["id"];
