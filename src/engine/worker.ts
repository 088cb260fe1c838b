/// <reference lib="webworker" />
import type { ToEngine } from "../link/protocol.ts";
import { startEngine } from "./engine.ts";

declare const self: DedicatedWorkerGlobalScope;

const hear = startEngine((message, given = []) => {
  self.postMessage(message, given);
});

self.onmessage = ({ data }: MessageEvent<ToEngine>): void => {
  hear(data);
};

// A mistake in a handler must not end the connections of every tab: it is reported, and the worker goes on.
self.addEventListener("error", (event) => {
  event.preventDefault();
  self.postMessage({ type: "mistake", message: event.message });
});
self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  self.postMessage({ type: "mistake", message: String(event.reason) });
});
