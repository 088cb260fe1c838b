import fc from "fast-check";
import { describe, expect, test } from "vitest";
import lines from "../clue/corpus/lines.json" with { type: "json" };
import { readClue } from "../clue/readClue.ts";
import { clueTarget } from "./clueTarget.ts";
import { commandsFor } from "./commands.ts";
import { recipesFor } from "./recipes.ts";
import { RECIPE_COMMENTS, type RecipeCommentId } from "./recipes/recipe.ts";

const words = Object.fromEntries(RECIPE_COMMENTS.map((id) => [id, id])) as Record<RecipeCommentId, string>;
const targetOf = (text: string): ReturnType<typeof clueTarget> => {
  const [clue] = readClue(text);
  if (!clue) throw new Error("no clue");
  return clueTarget(clue);
};

describe("the target that a line names", () => {
  test("[EX88] is its address", () => {
    const line =
      "WebSocket connection to 'wss://a.example:8443/live?v=2' failed: Error in connection establishment: net::ERR_CERT_DATE_INVALID";
    expect(targetOf(line)).toMatchObject({
      url: "wss://a.example:8443/live?v=2",
      host: "a.example",
      port: 8443,
      isSecure: true,
      path: "/live?v=2",
    });
  });
  test("[EX88] or host and port, with brackets where they belong", () => {
    expect(targetOf("connect ECONNREFUSED ::1:8080")).toMatchObject({
      url: "ws://[::1]:8080/",
      host: "::1",
      port: 8080,
    });
  });
  test("[EX88] of Socket.IO with its handshake", () => {
    expect(targetOf('44/admin,{"message":"Invalid namespace"}')).toMatchObject({
      protocol: "socketio",
      namespace: "/admin",
      path: "/socket.io/?EIO=4&transport=polling",
    });
  });
  test("[EX88] and where it names none, a host that is reserved for examples", () => {
    expect(targetOf("Error: socket hang up").host).toBe("server.example");
  });

  test("[EX89] fills commands and recipes, whatever the line is", () => {
    fc.assert(
      fc.property(fc.constantFrom(...lines), ({ text }) => {
        for (const clue of readClue(text)) {
          const target = clueTarget(clue);
          expect(URL.canParse(target.url)).toBe(true);
          commandsFor(clue.cause, target);
          recipesFor(clue.cause, target, words);
        }
      }),
      { numRuns: 300 },
    );
  });
});
