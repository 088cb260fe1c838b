import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noAdminState, readAdmin, type AdminState } from "./socketioAdmin.ts";

const after = (...events: readonly [string, ...unknown[]][]): AdminState =>
  events.reduce((state, [event, ...args]) => readAdmin(state, event, args), noAdminState);

const socket = { id: "a", clientId: "c", transport: "polling", nsp: "/", data: { user: 1 }, rooms: ["a", "lobby"] };
const handshake = { address: "::1", headers: {} };

describe("what a server's admin namespace tells", () => {
  test("[AD1] sockets with their rooms, as they come, change and go", () => {
    const state = after(
      ["all_sockets", [{ ...socket, handshake }]],
      ["socket_connected", { ...socket, id: "b", rooms: ["b"], data: {} }, "2026-01-01"],
      ["room_joined", "/", "team", "b"],
      ["room_left", "/", "lobby", "a"],
      ["socket_updated", { id: "a", nsp: "/", transport: "websocket" }],
    );
    expect([...state.sockets.values()]).toEqual([
      { id: "a", namespace: "/", transport: "websocket", rooms: [], address: "::1", data: '{"user":1}' },
      { id: "b", namespace: "/", transport: "polling", rooms: ["team"], address: "", data: "" },
    ]);
    expect(readAdmin(state, "socket_disconnected", ["/", "a", "transport close"]).sockets.size).toBe(1);
  });

  test("[AD2] servers with their counts", () => {
    const stats = {
      serverId: "s",
      hostname: "h",
      pid: 7,
      uptime: 1.5,
      clientsCount: 3,
      pollingClientsCount: 1,
      namespaces: [{ name: "/", socketsCount: 2 }, null],
    };
    expect([...after(["server_stats", stats]).servers.values()]).toEqual([
      {
        id: "s",
        hostname: "h",
        pid: 7,
        uptime: 1.5,
        clients: 3,
        polling: 1,
        namespaces: [
          { name: "/", sockets: 2 },
          { name: "", sockets: 0 },
        ],
      },
    ]);
    expect(after(["config", { supportedFeatures: ["AGGREGATED_EVENTS"] }]).tellsSockets).toBe(false);
    expect(after(["config", { supportedFeatures: ["ALL_EVENTS"] }]).tellsSockets).toBe(true);
  });

  test("[AD3] whatever comes, nothing is thrown", () => {
    const event = fc.constantFrom(
      "all_sockets",
      "socket_connected",
      "room_joined",
      "server_stats",
      "socket_disconnected",
    );
    fc.assert(
      fc.property(event, fc.array(fc.anything()), (name, args) => {
        expect(readAdmin(noAdminState, name, args).sockets).toBeInstanceOf(Map);
      }),
    );
  });
});
