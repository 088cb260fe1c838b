import { send } from "../../state/composer.ts";
import { bodyOf, draftOf, shapeOf } from "../../state/tab.ts";
import { useTab, useWorkbench } from "../../state/workbench.ts";
import { useText } from "../text.ts";
import { EventFields } from "./EventFields.tsx";
import { FileBody } from "./FileBody.tsx";
import { MessageEditor } from "./MessageEditor.tsx";
import { SavedBar } from "./SavedBar.tsx";
import { SendBar } from "./SendBar.tsx";

/**
 * Where messages are written: what was saved, the editor, and what will be sent.
 * @param props.size px, its height; its width where it is a column beside the log
 */
export function Composer({ size, isColumn }: { readonly size: number; readonly isColumn: boolean }) {
  const t = useText();
  const shape = useTab(shapeOf);
  const format = useTab((tab) => bodyOf(tab).format);
  const active = useWorkbench((state) => state.active);
  const part = useTab((tab) => tab.composer.part);
  // Another number of arguments is another message to the editor: undo must not bring back a removed one.
  const parts = useTab((tab) => draftOf(tab).parts.length);
  return (
    <section
      className="composer"
      style={isColumn ? { width: size } : { height: shape === "event" ? size + 64 : size }}
      aria-label={t.composer.label}
    >
      <SavedBar />
      {shape === "event" ? <EventFields /> : null}
      {format === "file" ? (
        <FileBody />
      ) : (
        <MessageEditor identity={`${active} ${shape} ${String(part)} ${String(parts)}`} onSubmit={() => void send()} />
      )}
      <SendBar onSubmit={() => void send()} />
    </section>
  );
}
