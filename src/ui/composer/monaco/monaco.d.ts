/** The one deep path that monaco ships without types. */
declare module "monaco-editor/languages/features/json/tokenization.js" {
  export function createTokenizationSupport(
    supportComments: boolean,
  ): import("monaco-editor/editor/editor.api.js").languages.TokensProvider;
}
