import type { Locale } from "../index.ts";
import type { SocketIoTexts } from "./socketioTexts.ts";

/** A line for each language; each is a chunk of its own, fetched with the first panel that needs it. */
const LOADERS: Readonly<Record<Locale, () => Promise<SocketIoTexts>>> = {
  en: () => import("./en.ts").then(({ en }) => en),
  "zh-CN": () => import("./zh-CN.ts").then(({ zhCN }) => zhCN),
};

/** Texts around Socket.IO. Rejects when the chunk cannot be fetched. */
export const loadSocketIoTexts = (locale: Locale): Promise<SocketIoTexts> => LOADERS[locale]();
