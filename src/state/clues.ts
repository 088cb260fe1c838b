import { create } from "zustand";
import type { SessionId } from "../core/session/session.ts";
import { useWorkbench, workbench } from "./workbench.ts";

/** What was pasted: on the screen for it, and in the diagnosis of each tab, as long as that is open. Kept nowhere else. */
interface Pasted {
  readonly screen: string;
  readonly tabs: Readonly<Record<SessionId, string>>;
}

const usePasted = create<Pasted>(() => ({ screen: "", tabs: {} }));

export const useScreenText = (): string => usePasted(({ screen }) => screen);
export const setScreenText = (screen: string): void => {
  usePasted.setState({ screen });
};

/** Of the active tab; "" where nothing was pasted. */
export function useTabText(): string {
  const active = useWorkbench((state) => state.active);
  return usePasted(({ tabs }) => tabs[active] ?? "");
}

export function setTabText(text: string): void {
  const { active, tabs: open } = workbench();
  usePasted.setState(({ tabs }) => ({
    // What was pasted in a tab goes with it.
    tabs: Object.fromEntries(open.map(({ id }) => [id, id === active ? text : (tabs[id] ?? "")])),
  }));
}
