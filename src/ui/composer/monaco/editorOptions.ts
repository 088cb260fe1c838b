import { editor, type IDisposable } from "monaco-editor/editor/editor.api.js";
import { THEME } from "./theme.ts";

/** px at the normal size, as of the text field that the editor replaces. */
const FONT_SIZE = 12;
const LINE_HEIGHT = 20;

/** Font and sizes as the page has them at the moment. */
export function fontOptions(): editor.IEditorOptions & { readonly lineHeight: number } {
  const style = getComputedStyle(document.documentElement);
  const zoom = Number(style.getPropertyValue("--sw-zoom")) || 1;
  return {
    fontFamily: style.getPropertyValue("--sw-font-wire").trim(),
    fontSize: FONT_SIZE * zoom,
    lineHeight: Math.round(LINE_HEIGHT * zoom),
  };
}

/** Gives an editor the page's font and sizes whenever they change. */
export function followFont(view: editor.ICodeEditor): IDisposable {
  const watcher = new MutationObserver(() => {
    view.updateOptions(fontOptions());
  });
  watcher.observe(document.documentElement, { attributeFilter: ["style"] });
  return {
    dispose() {
      watcher.disconnect();
    },
  };
}

/*
 * With a mirrored input, monaco forces line breaks to be measured in the DOM, where they would match
 * the input's: each key typed into a line of 1 MB then takes a second.
 */
Object.assign(editor.EditorOptions.wrappingStrategy, { compute: () => "simple" });

/** An option of models that monaco takes from an editor's under this name only, and its types do not know. */
const UNTYPED = { "bracketPairColorization.enabled": false };

interface Words {
  readonly label: string;
  readonly placeholder?: string;
}

/** How the message editor looks and behaves, whatever it holds. */
export function editorOptions({ label, placeholder = "" }: Words): editor.IStandaloneEditorConstructionOptions {
  return {
    ...UNTYPED,
    theme: THEME,
    ...fontOptions(),
    fontLigatures: false,
    padding: { top: 4, bottom: 4 },

    // The gutter is 44 px: four digits, and 16 px that folding takes for its arrows.
    lineNumbersMinChars: 4,
    lineDecorationsWidth: 0,
    glyphMargin: false,
    renderLineHighlight: "line",
    renderLineHighlightOnlyWhenFocus: true,
    renderFinalNewline: "on",
    minimap: { enabled: false },
    overviewRulerBorder: false,
    overviewRulerLanes: 0,
    hideCursorInOverviewRuler: true,
    scrollBeyondLastLine: false,
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
    guides: { indentation: false },
    foldingHighlight: false,
    stickyScroll: { enabled: false },
    roundedSelection: false,
    find: { addExtraSpaceOnTop: false },

    // Those of models as well: monaco resets a model to them whenever an option of its editor changes.
    tabSize: 2,
    insertSpaces: true,
    detectIndentation: false,

    wordWrap: "on",
    automaticLayout: true,
    fixedOverflowWidgets: true,
    tabFocusMode: true,
    // Typing over a selection replaces it, as in every other field.
    autoSurround: "never",
    copyWithSyntaxHighlighting: false,

    // Screen readers and test drivers understand a <textarea> that mirrors the text; EditContext gives
    // them an empty <div>.
    editContext: false,
    accessibilitySupport: "on",
    ariaLabel: label,
    placeholder,
  };
}
