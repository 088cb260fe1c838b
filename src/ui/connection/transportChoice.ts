import type { SocketIoTransport } from "../../core/profile/profile.ts";

/** The orders of transports that make sense, by what the user reads. */
export const TRANSPORTS: Readonly<
  Record<"both" | "first" | "websocket" | "polling" | "all" | "webtransport", readonly SocketIoTransport[]>
> = {
  both: ["polling", "websocket"],
  first: ["websocket", "polling"],
  websocket: ["websocket"],
  polling: ["polling"],
  all: ["polling", "websocket", "webtransport"],
  webtransport: ["webtransport"],
};
export type TransportChoice = keyof typeof TRANSPORTS;
export const TRANSPORT_CHOICES = Object.keys(TRANSPORTS) as readonly TransportChoice[];

export const transportChoice = (transports: readonly SocketIoTransport[]): TransportChoice =>
  TRANSPORT_CHOICES.find((choice) => TRANSPORTS[choice].join() === transports.join()) ?? "both";
