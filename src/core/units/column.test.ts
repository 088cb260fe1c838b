import fc from "fast-check";
import { expect, test } from "vitest";
import { Column } from "./column.ts";

test("[UN40] a column gives back what was set last, and 0 elsewhere, across its pages", () => {
  const place = fc.oneof(fc.nat(200), fc.integer({ min: 65_400, max: 65_700 }), fc.nat(300_000));
  const write = fc.tuple(place, fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));
  fc.assert(
    fc.property(fc.nat(100_000), fc.array(write), fc.array(place), (room, writes, looks) => {
      const column = new Column(room);
      const known = new Map<number, number>();
      for (const [at, value] of writes) {
        column.set(at, value);
        known.set(at, value);
      }
      for (const at of [...known.keys(), ...looks]) expect(column.get(at)).toBe(known.get(at) ?? 0);
    }),
  );
});
