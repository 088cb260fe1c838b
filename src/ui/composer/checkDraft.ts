import { encodeDraft, type Draft, type DraftFault, type Outgoing } from "../../core/profile/message.ts";
import type { Variable } from "../../core/profile/template.ts";
import type { Result } from "../../core/units/result.ts";
import { previewFill } from "../../state/connection.ts";
import { effective } from "../../state/effective.ts";
import { draftOf, shapeOf, type Tab } from "../../state/tab.ts";

/** Longer messages are checked when they are sent: with every key would hold up typing. */
const LONGEST = 200_000;

interface Checked {
  readonly variables: readonly Variable[];
  readonly shape: Outgoing["type"];
  readonly result: Result<Outgoing, DraftFault>;
}

const checked = new WeakMap<Draft, Checked>();

/** What the draft would send, or why it cannot be; worked out once for each change. @returns null when it is too long to say */
export function checkDraft(tab: Tab): Result<Outgoing, DraftFault> | null {
  const draft = draftOf(tab);
  const shape = shapeOf(tab);
  const { variables } = effective(tab);
  if (draft.parts.reduce((sum, { text }) => sum + text.length, 0) > LONGEST) return null;
  const known = checked.get(draft);
  if (known?.variables === variables && known.shape === shape) return known.result;
  const result = encodeDraft(draft, shape, previewFill(variables));
  checked.set(draft, { variables, shape, result });
  return result;
}
