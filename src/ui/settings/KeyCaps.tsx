import { shownKeys, type Shortcut } from "../../core/profile/shortcut.ts";
import { isMac } from "../keys.ts";

/** A shortcut as it stands on the keys; not read aloud where the button beside it says what it does. */
export function KeyCaps({ shortcut }: { readonly shortcut: Shortcut }) {
  return (
    <span className="flex gap-1" aria-hidden="true">
      {shownKeys(shortcut, isMac).map((key) => (
        <kbd key={key} className="kb">
          {key}
        </kbd>
      ))}
    </span>
  );
}
