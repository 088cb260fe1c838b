import { keysOf, type CommandId } from "../../core/profile/keymap.ts";
import { shownKeys } from "../../core/profile/shortcut.ts";
import { workbench } from "../../state/workbench.ts";
import { isMac } from "../keys.ts";

/** The keys of a command as they stand on the keyboard; empty: it has none. */
export const keysText = (id: CommandId): string => shownKeys(keysOf(id, workbench().settings.keys), isMac).join(" ");
