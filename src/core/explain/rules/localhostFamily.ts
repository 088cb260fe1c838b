import { certain, likely, possible } from "../finding.ts";
import { mayBeUnreachable } from "../failure.ts";
import type { Rule } from "../rule.ts";

/** Spellings of this machine that differ in nothing but the family. */
const FAMILY: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "::1"]);

/** The server listens on one address family, and the address asks for the other. */
export const localhostFamily = {
  cause: "localhost-family",
  judge: (sight) => {
    const may = mayBeUnreachable(sight);
    if (may === null || !FAMILY.has(sight.host)) return null;
    if (!may) return "out";
    const tried = [sight.probe("ipv4"), sight.probe("ipv6"), sight.probe("localhost")].filter(
      (probe) => probe !== null,
    );
    const open = tried.find((probe) => probe.outcome.kind === "opened");
    const same = sight.probe("same");
    if (same?.outcome.kind === "opened") return "out";
    // A name leads to both families: where one of them opens, the name should have, too.
    if (open && same && sight.host !== "localhost")
      return certain("localhost-family", [
        { fact: "probe", probe: open },
        { fact: "probe", probe: same },
      ]);
    if (open) return likely("localhost-family", [{ fact: "probe", probe: open }]);
    if (tried.length > 0) return "out";
    return possible("localhost-family", [{ fact: "host", host: sight.host, is: sight.hostIs }], 55);
  },
} as const satisfies Rule;
