import type { Format } from "./format.ts";
import { Collected } from "./reading/collected.ts";
import { readInsomnia4 } from "./reading/insomnia4.ts";
import { readInsomnia5 } from "./reading/insomnia5.ts";
import { textAt } from "./reading/unknown.ts";
import { readJsonOrYaml } from "./reading/yamlText.ts";

/** Exports of Insomnia: version 4, a list of resources; version 5, a tree. JSON or YAML. */
export const insomnia = {
  id: "insomnia",
  name: "Insomnia",
  read: {
    recognises: (text) => {
      const head = text.slice(0, 4000);
      return /__export_format["']?\s*:\s*4\b/.test(head) || /\btype["']?\s*:\s*["']?\w+\.insomnia\.rest\/5/.test(head);
    },
    read: (text) => {
      const parsed = readJsonOrYaml(text);
      if (!parsed.ok) return parsed;
      const into = new Collected();
      if (textAt(parsed.value, "_type") === "export") readInsomnia4(parsed.value, into);
      else readInsomnia5(parsed.value, into);
      return into.result();
    },
  },
  write: null,
} as const satisfies Format;
