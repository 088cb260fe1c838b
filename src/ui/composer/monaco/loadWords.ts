/**
 * Loads the words of the editor's own menu and find widget in the reader's language. Monaco reads
 * them while its modules run: call this before `mountEditor.ts` is imported; afterwards it is of no
 * use until the page is loaded again.
 */
export async function loadWords(locale: string): Promise<void> {
  if (locale.startsWith("zh")) await import("monaco-editor/nls/lang/zh-cn.js");
}
