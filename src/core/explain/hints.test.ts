import { describe, expect, test } from "vitest";
import { ms } from "../units/units.ts";
import { hintsFor, type LiveFacts } from "./hints.ts";

const open: LiveFacts = {
  protocol: "websocket",
  url: "ws://a.example/",
  usedUrl: "ws://a.example/",
  asked: [],
  subprotocol: "",
  transport: null,
  wanted: [],
  namespaces: [],
  upgradeFailed: false,
  first: null,
  heard: true,
  openFor: ms(100),
};

describe("while a connection is open", () => {
  test("[EX40] nothing is said where nothing is odd", () => {
    expect(hintsFor(open)).toEqual([]);
    expect(hintsFor({ ...open, asked: ["chat"], subprotocol: "chat" })).toEqual([]);
  });

  test("[EX41] a raw socket whose first frame is Engine.IO's, an upgrade to wss, an unanswered subprotocol", () => {
    expect(hintsFor({ ...open, first: '0{"sid":"a"}' })).toEqual(["engineio-frames-on-raw"]);
    expect(hintsFor({ ...open, usedUrl: "wss://a.example/" })).toEqual(["upgraded-to-wss"]);
    expect(hintsFor({ ...open, asked: ["chat"] })).toEqual(["subprotocol"]);
  });

  test("[EX42] Socket.IO that stays on polling, when the upgrade failed or took too long", () => {
    const polling: LiveFacts = {
      ...open,
      protocol: "socketio",
      transport: "polling",
      wanted: ["polling", "websocket"],
    };
    expect(hintsFor(polling)).toEqual([]);
    expect(hintsFor({ ...polling, upgradeFailed: true })).toEqual(["polling-only"]);
    expect(hintsFor({ ...polling, openFor: ms(6000) })).toEqual(["polling-only"]);
    expect(hintsFor({ ...polling, openFor: ms(6000), wanted: ["polling"] })).toEqual([]);
  });

  test("[EX43] silence after half a minute", () => {
    expect(hintsFor({ ...open, heard: false, openFor: ms(31_000) })).toEqual(["silent"]);
  });
});
