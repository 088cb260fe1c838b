import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { editBody, recall } from "../../state/composer.ts";
import { bodyOf, shapeOf } from "../../state/tab.ts";
import { activeTab, useTab, workbench } from "../../state/workbench.ts";
import { isSubmit } from "../keys.ts";
import { chosenLocale } from "../locale.ts";
import { bodyFaultText, useText } from "../text.ts";
import { whenIdle } from "../whenIdle.ts";
import type { Editor, Snapshot } from "./monaco/mountEditor.ts";
import { assistedFields } from "./assisted.ts";
import { checkDraft } from "./checkDraft.ts";
import { COMPOSER_SAYS } from "./SendBar.tsx";

interface MessageEditorProps {
  /** Names the message: another one gets a fresh undo stack. */
  readonly identity: string;
  readonly onSubmit: () => void;
}

/** Edits in quick succession are one step of undo. */
const MOST_SNAPSHOTS = 200;

/** Whether the user asked the browser to fetch no more than it must: the editor is the largest thing there is. */
const savesData = (): boolean =>
  (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true;

/** A textarea at once; when Monaco has loaded it takes over with the same text, caret and undo. */
export function MessageEditor({ identity, onSubmit }: MessageEditorProps) {
  const t = useText();
  const area = useRef<HTMLTextAreaElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const snapshots = useRef<Snapshot[]>([]);
  const text = useTab((tab) => bodyOf(tab).text);
  const format = useTab((tab) => bodyOf(tab).format);
  const revision = useTab((tab) => tab.composer.revision);
  const [editor, setEditor] = useState<Editor | null>(null);
  const submit = useRef(onSubmit);
  submit.current = onSubmit;

  const remember = (): void => {
    const element = area.current;
    if (!element) return;
    snapshots.current = [
      ...snapshots.current,
      { text: element.value, start: element.selectionStart, end: element.selectionEnd },
    ].slice(-MOST_SNAPSHOTS);
  };

  useEffect(() => {
    snapshots.current = [{ text, start: text.length, end: text.length }];
    editor?.reset(text);
    // oxlint-disable-next-line react/exhaustive-deps -- only another message begins anew
  }, [identity]);

  useEffect(() => {
    editor?.setText(bodyOf(activeTab(workbench())).text);
  }, [editor, revision]);

  useEffect(() => {
    editor?.setLanguage(format === "json" ? "json" : "plaintext");
  }, [editor, format]);

  useEffect(() => {
    editor?.setLabel(t.composer.message, t.composer.placeholder);
  }, [editor, t]);

  useProblem(editor);

  useEffect(() => {
    if (savesData()) return undefined;
    let isGone = false;
    let made: Editor | null = null;
    const mount = async (): Promise<void> => {
      const { loadWords } = await import("./monaco/loadWords.ts");
      await loadWords(chosenLocale());
      const { mountEditor } = await import("./monaco/mountEditor.ts");
      // Its code has just run, which took long: what was pressed and what came meanwhile goes first.
      await new Promise((resolve) => setTimeout(resolve));
      const element = area.current;
      const place = host.current;
      if (isGone || !element || !place) return;
      if (element.dataset["composing"] === "true") {
        element.addEventListener("compositionend", () => void mount(), { once: true });
        return;
      }
      const last = { text: element.value, start: element.selectionStart, end: element.selectionEnd };
      // Shown before it is filled: what is hidden can neither be measured nor take the focus.
      place.className = "monaco-host";
      made = mountEditor(place, {
        history: [...snapshots.current, last],
        language: bodyOf(activeTab(workbench())).format === "json" ? "json" : "plaintext",
        label: t.composer.message,
        placeholder: t.composer.placeholder,
        describedBy: COMPOSER_SAYS,
        focus: document.activeElement === element,
        onChange: (changed) => {
          editBody({ text: changed });
        },
        onKey: (event) => onKey(event, made, submit.current),
      });
      assistedFields.set(place, made);
      // At once: there is never a moment with two fields of one name.
      const mounted = made;
      flushSync(() => {
        setEditor(mounted);
      });
    };
    const idle = whenIdle(() => void mount().catch(() => undefined));
    return () => {
      isGone = true;
      idle();
      made?.dispose();
      setEditor(null);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- mounted once; later changes reach it through the effects above
  }, []);

  return (
    <div className="editor">
      {editor === null ? (
        <textarea
          ref={area}
          aria-label={t.composer.message}
          aria-describedby={COMPOSER_SAYS}
          placeholder={t.composer.placeholder}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          value={text}
          onChange={(event) => {
            editBody({ text: event.target.value });
            remember();
          }}
          onCompositionStart={(event) => {
            event.currentTarget.dataset["composing"] = "true";
          }}
          onCompositionEnd={(event) => {
            event.currentTarget.dataset["composing"] = "false";
          }}
          onKeyDown={(event) => {
            if (onKey(event.nativeEvent, null, onSubmit)) event.preventDefault();
          }}
        />
      ) : null}
      <div ref={host} className={editor ? "monaco-host" : "hidden"} />
    </div>
  );
}

/** Ctrl+Enter sends; ↑ on the first line and ↓ on the last walk through what was sent. */
function onKey(event: KeyboardEvent, editor: Editor | null, submit: () => void): boolean {
  if (event.isComposing) return false;
  if (isSubmit(event)) {
    submit();
    return true;
  }
  if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
  if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return false;
  const { line, lines } = editor ? editor.caret() : areaCaret(event.target);
  if (event.key === "ArrowUp") return line === 1 && recall(-1);
  return line === lines && recall(1);
}

function areaCaret(target: EventTarget | null): { line: number; lines: number } {
  if (!(target instanceof HTMLTextAreaElement)) return { line: 1, lines: 1 };
  const { value, selectionStart } = target;
  return { line: value.slice(0, selectionStart).split("\n").length, lines: value.split("\n").length };
}

/** Marks where the message is wrong. */
function useProblem(editor: Editor | null): void {
  const t = useText();
  const body = useTab(bodyOf);
  const checked = useTab(checkDraft);
  const part = useTab((tab) => (shapeOf(tab) === "frame" ? 0 : tab.composer.part));
  useEffect(() => {
    const fault =
      checked?.ok === false && checked.fault.kind === "part" && checked.fault.index === part
        ? checked.fault.fault
        : null;
    const isMarked = fault !== null && body.text !== "" && "offset" in fault;
    editor?.setProblem(
      isMarked
        ? {
            offset: fault.offset,
            length: "length" in fault ? fault.length : 1,
            message: bodyFaultText(t, fault, body.text).replaceAll("`", ""),
          }
        : null,
    );
  }, [editor, body, checked, part, t]);
}
