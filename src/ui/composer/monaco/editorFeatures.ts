/*
 * What the message editor can do beyond typing. Each line pulls its whole subtree into the lazy
 * chunk; figures are kB gzip beside the rest. Left out on purpose:
 * - hover (60): brings peek views, quick fixes and inline completions to show one sentence; see problem.ts
 * - suggest (30): offers the document's own words, and would take Enter, Tab and the arrow keys
 * - comment: a message with a comment in it is no JSON
 * - links: an address in a payload stays text
 */
import "monaco-editor/features/bracketMatching/register.js";
import "monaco-editor/features/clipboard/register.js";
import "monaco-editor/features/codicon/register.js";
import "monaco-editor/features/contextmenu/register.js";
import "monaco-editor/features/find/register.js";
import "monaco-editor/features/folding/register.js";
import "monaco-editor/features/linesOperations/register.js";
import "monaco-editor/features/longLinesHelper/register.js";
import "monaco-editor/features/multicursor/register.js";
import "monaco-editor/features/placeholderText/register.js";
import "monaco-editor/features/smartSelect/register.js";
import "monaco-editor/features/wordOperations/register.js";
