import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { idleLimits, limitsNear } from "./idleTimeouts.ts";

const products = (silence: number): readonly string[] => limitsNear(silence).map(({ product }) => product);

describe("a silence before the end", () => {
  test("[EX65] of 60 s points at the proxies that allow 60 s, the documented ones first", () => {
    expect(products(60.1).slice(0, 2)).toEqual(["nginx", "Kubernetes ingress-nginx"]);
    expect(products(60.1)).toContain("AWS Application Load Balancer");
    expect(products(60.1).at(-1)).toBe("Mattermost behind an AWS load balancer");
  });

  test("[EX65] may be up to 1.5 s or 2 % longer than the limit, because timers are looked at now and then", () => {
    expect(products(56.5)).toEqual(["Heroku"]);
    expect(products(56.6)).toEqual([]);
    expect(products(612)).toEqual(["AWS API Gateway"]);
    expect(products(612.1)).toEqual([]);
  });

  test("[EX65] may be at most 0.5 s shorter: the last frame was heard elsewhere first", () => {
    expect(products(299.5)).toEqual(["Envoy, Istio"]);
    expect(products(299.4)).toEqual([]);
  });

  test("[EX65] puts the best fit first", () => {
    expect(products(30.9)[0]).toBe("Google Cloud Application Load Balancer");
    expect(limitsNear(46).map(({ seconds }) => seconds)).toEqual([45, 45]);
  });

  test("[EX66] never points at a lifetime, a missed pong, a handshake or what does not touch WebSockets", () => {
    expect(products(5)).not.toContain("Node.js http");
    expect(products(40)).toEqual([]);
    expect(products(7200)).toEqual([]);
    expect(products(1)).not.toContain("Engine.IO");
  });

  test("[EX65] of any length throws nothing, fits the tolerance and is sorted", () => {
    const anyNumber = fc.oneof(
      fc.double(),
      fc.double({ min: 0, max: 700, noNaN: true }),
      fc.constantFrom(...idleLimits.map(({ seconds }) => seconds ?? 0)),
    );
    fc.assert(
      fc.property(anyNumber, (silence) => {
        const late = limitsNear(silence).map(({ seconds }) => silence - (seconds ?? Number.NaN));
        for (const [at, by] of late.entries()) {
          expect(by).toBeGreaterThanOrEqual(-0.5);
          expect(by).toBeLessThanOrEqual(Math.max(1.5, 0.02 * (silence - by)));
          expect(Math.abs(by)).toBeGreaterThanOrEqual(Math.abs(late[at - 1] ?? 0));
        }
      }),
    );
  });
});

describe("the table of limits", () => {
  test("[EX67] has an id of its own and a public page for every limit", () => {
    expect(new Set(idleLimits.map(({ id }) => id)).size).toBe(idleLimits.length);
    expect(idleLimits.filter(({ source }) => !source.startsWith("https://"))).toEqual([]);
    expect(idleLimits).toHaveLength(42);
  });
});
