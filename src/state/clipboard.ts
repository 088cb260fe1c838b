import { say } from "./workbench.ts";

/** The clipboard may be forbidden, and over plain HTTP there is none: both are said. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say("copied");
  } catch (error) {
    say("not-copied", String(error));
  }
}
