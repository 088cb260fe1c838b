import fc from "fast-check";
import { expect, test } from "vitest";
import { redactUrls } from "./redact.ts";

test("[EX7] what goes to others has no user, password or query value, whatever the text around it", () => {
  expect(redactUrls("GET `wss://me:pw@a.example/x?token=abc&EIO=4&b=1`: rejected")).toBe(
    "GET `wss://a.example/x?token=…&EIO=4&b=…`: rejected",
  );
  expect(redactUrls('{"url":"http://a/?k=v","b":"no url ?k=v"}')).toBe('{"url":"http://a/?k=…","b":"no url ?k=v"}');
  fc.assert(
    fc.property(fc.stringMatching(/^[\w%.~-]{4,20}$/), fc.lorem(), (secret, text) => {
      const told = redactUrls(`${text} ws://u:${secret}@host:1/p?apikey=${secret}&x=1 "${text}"`);
      expect(told).not.toContain(`=${secret}`);
      expect(told).not.toContain(`:${secret}@`);
    }),
  );
});
