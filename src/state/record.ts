import type { SessionId } from "../core/session/session.ts";

export function startRecording(_session: SessionId): void {}
export function toggleRecording(): void {}
