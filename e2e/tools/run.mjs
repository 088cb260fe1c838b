// Runs e2e/tools/<task>.ts: Node 20 reads no TypeScript, Vite does.
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const [task = "", ...args] = process.argv.slice(2);
const { NODE_ENV } = process.env;
const { module } = await runnerImport(fileURLToPath(new URL(`./${task}.ts`, import.meta.url)));
// Vite says "development" here, and every program that a task starts would inherit it.
if (NODE_ENV === undefined) delete process.env.NODE_ENV;
process.exitCode = await module.run(args);
