import { editor, type IDisposable } from "monaco-editor/editor/editor.api.js";

export const THEME = "sockwright";

/** Which of our tokens colours what. Monaco's widgets otherwise keep the colours of its base theme. */
const COLORS = {
  "editor.background": "--sw-bg",
  "editor.foreground": "--sw-text",
  "editor.lineHighlightBackground": "--sw-hover",
  "editor.selectionBackground": "--sw-selection",
  "editor.inactiveSelectionBackground": "--sw-selection-quiet",
  "editor.selectionHighlightBackground": "--sw-selection-quiet",
  "editor.findMatchBackground": "--sw-mark",
  "editor.findMatchHighlightBackground": "--sw-mark",
  "editor.findMatchBorder": "--sw-focus",
  "editorBracketMatch.background": "--sw-tag",
  "editorBracketMatch.border": "--sw-line-strong",
  "editorCursor.foreground": "--sw-text",
  "editorError.foreground": "--sw-trouble",
  "editorGutter.foldingControlForeground": "--sw-text-3",
  "editorLineNumber.foreground": "--sw-text-3",
  "editorLineNumber.activeForeground": "--sw-text-3",
  "editor.placeholder.foreground": "--sw-text-3",
  "editorWhitespace.foreground": "--sw-line-strong",
  "editorWidget.background": "--sw-raised",
  "editorWidget.foreground": "--sw-text",
  "editorWidget.border": "--sw-line-strong",
  "input.background": "--sw-bg",
  "input.foreground": "--sw-text",
  "input.border": "--sw-line-field",
  "input.placeholderForeground": "--sw-text-3",
  "inputOption.activeBackground": "--sw-selection",
  "inputOption.activeForeground": "--sw-text",
  "inputOption.activeBorder": "--sw-accent",
  "inputValidation.errorBackground": "--sw-trouble-bg",
  "inputValidation.errorBorder": "--sw-trouble-line",
  "menu.background": "--sw-raised",
  "menu.foreground": "--sw-text",
  "menu.border": "--sw-line-strong",
  "menu.selectionBackground": "--sw-hover",
  "menu.selectionForeground": "--sw-text",
  "menu.separatorBackground": "--sw-line",
  "scrollbarSlider.background": "--sw-line",
  "scrollbarSlider.hoverBackground": "--sw-line-strong",
  "scrollbarSlider.activeBackground": "--sw-line-strong",
  "toolbar.hoverBackground": "--sw-hover",
  "icon.foreground": "--sw-text-2",
  errorForeground: "--sw-trouble",
  focusBorder: "--sw-focus",
  foreground: "--sw-text",
} as const;

/** Scopes of the JSON tokenizer; "" is everything without one. */
const TOKENS = {
  "": "--sw-text",
  "string.key.json": "--sw-syn-key",
  "string.value.json": "--sw-syn-string",
  "number.json": "--sw-syn-number",
  "keyword.json": "--sw-syn-literal",
  "delimiter.bracket.json": "--sw-syn-punct",
  "delimiter.array.json": "--sw-syn-punct",
  "delimiter.colon.json": "--sw-syn-punct",
  "delimiter.comma.json": "--sw-syn-punct",
} as const;

/** Gives monaco the app's colours now and whenever they change. Monaco knows one theme a page. */
export function followTheme(): IDisposable {
  applyTheme();
  const watcher = new MutationObserver(applyTheme);
  watcher.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", applyTheme);
  return {
    dispose() {
      watcher.disconnect();
      system.removeEventListener("change", applyTheme);
    },
  };
}

function applyTheme(): void {
  const style = getComputedStyle(document.documentElement);
  const canvas = document.createElement("canvas").getContext("2d");
  const hex = (token: string): string => toHex(style.getPropertyValue(token), canvas);
  editor.defineTheme(THEME, {
    base: style.colorScheme === "dark" ? "vs-dark" : "vs",
    inherit: true,
    colors: {
      ...Object.fromEntries(Object.entries(COLORS).map(([name, token]) => [name, hex(token)])),
      "editor.lineHighlightBorder": "#00000000",
      "editor.rangeHighlightBackground": "#00000000",
      "widget.shadow": "#00000029",
    },
    rules: Object.entries(TOKENS).map(([token, name]) => ({ token, foreground: hex(name).slice(1) })),
  });
  editor.setTheme(THEME);
}

/** Monaco takes colours as #rrggbb[aa] only; a canvas writes every opaque CSS colour so. */
function toHex(color: string, canvas: CanvasRenderingContext2D | null): string {
  if (!canvas) return color.trim();
  canvas.fillStyle = "#000000";
  canvas.fillStyle = color.trim();
  return canvas.fillStyle;
}
