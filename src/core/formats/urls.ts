import { fail } from "../units/result.ts";
import type { Format } from "./format.ts";
import { nameOfAddress, webSocketAt } from "./reading/address.ts";
import { Collected } from "./reading/collected.ts";
import { MOST_TEXT } from "./reading/limits.ts";

const ADDRESS = /^wss?:\/\/\S+$/i;
const isSilent = (line: string): boolean => line === "" || line.startsWith("#");

/** A plain list: one address a line, `#` before a remark. */
export const urls = {
  id: "urls",
  name: "URLs",
  read: {
    recognises: (text) => {
      const lines = text.slice(0, 4000).split("\n", 50);
      const first = lines.map((line) => line.trim()).find((line) => !isSilent(line));
      return first !== undefined && ADDRESS.test(first);
    },
    read: (text) => {
      if (text.length > MOST_TEXT) return fail({ kind: "too-large" });
      const into = new Collected();
      for (const [index, whole] of text.split("\n").entries()) {
        const line = whole.trim();
        if (ADDRESS.test(line)) into.profile(nameOfAddress(line), [], webSocketAt(line));
        else if (!isSilent(line)) into.left("unreadable-line", "", String(index + 1));
      }
      return into.result();
    },
  },
  write: null,
} as const satisfies Format;
