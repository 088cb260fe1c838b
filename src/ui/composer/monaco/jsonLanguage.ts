import { languages } from "monaco-editor/editor/editor.api.js";
import { createTokenizationSupport } from "monaco-editor/languages/features/json/tokenization.js";

/*
 * JSON as far as an editor of messages needs it: colours, brackets, indentation. Monaco's own JSON
 * mode adds a worker of 128 kB gzip for checks, formatting and schemas, and none of them can read
 * `{"a": {{n}}}`: checking and tidying is the app's. Folding goes by indentation.
 */
languages.register({ id: "json" });
languages.setTokensProvider("json", createTokenizationSupport(false));
languages.setLanguageConfiguration("json", {
  wordPattern: /(-?\d*\.\d\w*)|([^[{\]}:",\s]+)/g,
  brackets: [
    ["{", "}"],
    ["[", "]"],
  ],
  autoClosingPairs: [
    { open: "{", close: "}", notIn: ["string"] },
    { open: "[", close: "]", notIn: ["string"] },
    { open: '"', close: '"', notIn: ["string"] },
  ],
});
