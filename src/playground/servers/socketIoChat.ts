import type { Namespace, Socket } from "socket.io";
import { readPacket } from "./socketIoPacket.ts";

/** 100 characters are a room's name; more is somebody filling our memory. */
const maxRoomName = 100;

/** 20 rooms a client, beside the one that Socket.IO gives to everyone. */
const maxRooms = 21;

function joinedRoom(socket: Socket, room: unknown): string | null {
  return typeof room === "string" && socket.rooms.has(room) ? room : null;
}

function join(socket: Socket, room: unknown): object {
  if (typeof room !== "string" || room === "" || room.length > maxRoomName) {
    return { ok: false, fault: `A room is a text of 1 to ${maxRoomName} characters.` };
  }
  if (socket.rooms.size >= maxRooms) return { ok: false, fault: "Too many rooms." };
  // The adapter in memory joins at once; only adapters that talk to others take their time.
  void socket.join(room);
  socket.to(room).emit("joined", { room, who: socket.id });
  return { ok: true, room, members: socket.nsp.adapter.rooms.get(room)?.size ?? 0 };
}

/**
 * Rooms: `join(room)` answers with the number of members and tells the others "joined";
 * `message(room, text)` goes to everyone in the room, the sender too; `typing(room)` to the
 * others. Each may ask for an acknowledgement: `{ ok: true, … }` or `{ ok: false, fault }`.
 */
export function openChat(chat: Namespace): void {
  chat.on("connection", (socket) => {
    socket.on("join", (...received: unknown[]) => {
      const { values, acknowledge } = readPacket(received);
      acknowledge(join(socket, values[0]));
    });

    socket.on("message", (...received: unknown[]) => {
      const { values, acknowledge } = readPacket(received);
      const room = joinedRoom(socket, values[0]);
      if (room !== null) chat.to(room).emit("message", { room, from: socket.id, text: values[1] });
      acknowledge(room === null ? { ok: false, fault: "Join the room first." } : { ok: true });
    });

    socket.on("typing", (...received: unknown[]) => {
      const { values, acknowledge } = readPacket(received);
      const room = joinedRoom(socket, values[0]);
      if (room !== null) socket.to(room).emit("typing", { room, from: socket.id });
      acknowledge(room === null ? { ok: false, fault: "Join the room first." } : { ok: true });
    });
  });
}
