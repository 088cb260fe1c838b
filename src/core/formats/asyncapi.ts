import type { Format } from "./format.ts";
import { readAsyncApi2 } from "./reading/asyncApi2.ts";
import { readAsyncApi3 } from "./reading/asyncApi3.ts";
import { Collected } from "./reading/collected.ts";
import { textAt } from "./reading/unknown.ts";
import { readJsonOrYaml } from "./reading/yamlText.ts";

/** Documents of AsyncAPI 2.x and 3.x, JSON or YAML: every channel of every server is a connection. */
export const asyncapi = {
  id: "asyncapi",
  name: "AsyncAPI",
  read: {
    recognises: (text) => /(?:^|["'{,\s])asyncapi["']?\s*:\s*["']?[23]\./.test(text.slice(0, 20_000)),
    read: (text) => {
      const parsed = readJsonOrYaml(text);
      if (!parsed.ok) return parsed;
      const into = new Collected();
      if (textAt(parsed.value, "asyncapi").startsWith("2")) readAsyncApi2(parsed.value, into);
      else readAsyncApi3(parsed.value, into);
      return into.result();
    },
  },
  write: null,
} as const satisfies Format;
