import fc from "fast-check";
import { expect, test } from "vitest";
import { afterLast, freeName, inOrder, ordersAfterMove } from "./place.ts";

test("[PF41] a moved item stands where it was put, however often", () => {
  const move = fc.record({ from: fc.nat({ max: 5 }), to: fc.nat({ max: 6 }) });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 300 }), (moves) => {
      let list = ["a", "b", "c", "d", "e", "f"].map((id, at) => ({ id, order: at + 1 }));
      for (const { from, to } of moves) {
        const ids = inOrder(list).map(({ id }) => id);
        const moved = ids[from] ?? "a";
        const before = ids[to] ?? null;
        const orders = ordersAfterMove(list, moved, before);
        list = list.map((one) => ({ ...one, order: orders.get(one.id) ?? one.order }));
        if (moved === before) continue;
        const rest = ids.filter((id) => id !== moved);
        const at = before === null ? rest.length : rest.indexOf(before);
        expect(inOrder(list).map(({ id }) => id)).toEqual([...rest.slice(0, at), moved, ...rest.slice(at)]);
      }
    }),
  );
});

test("[PF41] what is new stands last", () => {
  expect(afterLast([])).toBe(1);
  expect(
    afterLast([
      { id: "a", order: 7 },
      { id: "b", order: -1 },
    ]),
  ).toBe(8);
});

test("[PF43] a name that is taken gets the next number that is free", () => {
  expect(freeName("Shop", ["Shopping"])).toBe("Shop");
  expect(freeName("Shop", ["Shop", "Shop (2)"])).toBe("Shop (3)");
  expect(freeName("Shop (2)", ["Shop (2)", "Shop (3)"])).toBe("Shop (4)");
});
