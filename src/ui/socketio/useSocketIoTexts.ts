import type { SocketIoTexts } from "../../i18n/socketio/socketioTexts.ts";
import { loadSocketIoTexts } from "../../i18n/socketio/load.ts";
import { useLoaded } from "../useLoaded.ts";

/** Texts around Socket.IO; null until they are there. */
export const useSocketIoTexts = (): SocketIoTexts | null => useLoaded(loadSocketIoTexts);
