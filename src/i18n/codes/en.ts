import { formatCount } from "../format.ts";
import type { CodeTexts } from "./codeTexts.ts";
import { backends } from "./en/backends.ts";
import { idle } from "./en/idle.ts";
import { libraries } from "./en/libraries.ts";
import { services } from "./en/services.ts";
import { speech } from "./en/speech.ts";
import { standard } from "./en/standard.ts";

export const en: CodeTexts = {
  codes: { ...standard, ...libraries, ...backends, ...services, ...speech },
  idle,
  ranges: {
    unused: "Below 1000: not a close code.",
    protocol: "1000 to 2999: kept for the protocol and its extensions.",
    library: "3000 to 3999: registered by libraries and frameworks.",
    application: "4000 to 4999: each application gives its own meaning.",
    invalid: "Above 4999: not a close code.",
  },
  retry: {
    yes: "Trying again can succeed; a wait that grows keeps the load down.",
    "after-fix": "Trying again ends the same way until the cause is gone.",
    no: "The end was meant: nothing to retry.",
  },
  screen: {
    title: "Close codes",
    search: "Find a close code",
    system: "System",
    allSystems: "All systems",
    count: (count) => `${formatCount(count)} ${count === 1 ? "code" : "codes"}`,
    code: "Code",
    name: "Name",
    meaning: "Meaning",
    usualCause: "Usual cause",
    retry: "Retry",
    source: "Source",
    none: "No listed code matches.",
  },
};
