import { onGitHub, type SystemCodes } from "./codeRow.ts";

const DEEPGRAM = "fern/docs";

/** Speech and model APIs that stream over WebSocket. */
export const speechCodes = [
  {
    system: "assemblyai",
    source: onGitHub("AssemblyAI/assemblyai-node-sdk", "src/utils/errors/realtime.ts"),
    codes: [
      { code: 4000, name: "Sample rate must be a positive integer", retry: "after-fix" },
      { code: 4001, name: "Not Authorized", retry: "after-fix" },
      { code: 4002, name: "Insufficient funds", retry: "after-fix" },
      { code: 4003, name: "Free tier user", retry: "after-fix" },
      { code: 4004, name: "Session ID does not exist", retry: "after-fix" },
      { code: 4008, name: "Session has expired", retry: "yes" },
      { code: 4010, name: "Session is closed", retry: "yes" },
      { code: 4029, name: "Rate limited", retry: "yes" },
      { code: 4030, name: "Unique session violation", retry: "after-fix" },
      { code: 4031, name: "Session Timeout", retry: "yes" },
      { code: 4032, name: "Audio too short", retry: "after-fix" },
      { code: 4033, name: "Audio too long", retry: "after-fix" },
      { code: 4034, name: "Audio too small to transcode", retry: "after-fix" },
      { code: 4100, name: "Bad JSON", retry: "after-fix" },
      { code: 4101, name: "Bad schema", retry: "after-fix" },
      { code: 4102, name: "Too many streams", retry: "after-fix" },
      { code: 4103, name: "Reconnected", retry: "no" },
      { code: 4104, name: "Word boost parameter parsing failed", retry: "after-fix" },
    ],
  },
  {
    system: "speechmatics",
    source: onGitHub("speechmatics/docs", "docs/api-ref/realtime-transcription-websocket.mdx"),
    codes: [
      { code: 1003, name: "protocol_error", retry: "after-fix" },
      { code: 1008, name: "policy_violation", retry: "yes" },
      { code: 1011, name: "internal_error", retry: "yes" },
      { code: 4001, name: "not_authorised", retry: "after-fix" },
      { code: 4003, name: "not_allowed", retry: "after-fix" },
      { code: 4004, name: "invalid_model", retry: "after-fix" },
      { code: 4005, name: "quota_exceeded", retry: "yes" },
      { code: 4006, name: "timelimit_exceeded", retry: "after-fix" },
      { code: 4013, name: "job_error", retry: "yes" },
    ],
  },
  {
    system: "deepgram-stt",
    source: onGitHub("deepgram/deepgram-docs", `${DEEPGRAM}/stt-troubleshooting-websocket-data-and-net-errors.mdx`),
    codes: [
      { code: 1008, name: "DATA-0000", retry: "after-fix" },
      { code: 1011, variant: "no-answer", name: "NET-0000", retry: "yes" },
      { code: 1011, variant: "silence", name: "NET-0001", retry: "yes" },
    ],
  },
  {
    system: "deepgram-tts",
    source: onGitHub("deepgram/deepgram-docs", `${DEEPGRAM}/tts-troubleshooting-websocket-net-and-data-errors.mdx`),
    codes: [
      { code: 1008, name: "DATA-0001", retry: "after-fix" },
      { code: 1011, name: "NET-0003", retry: "yes" },
    ],
  },
  {
    system: "openai-realtime",
    source: "https://github.com/pollen-robotics/reachy_mini_conversation_app/issues/134",
    codes: [{ code: 1001, name: "Session duration limit", retry: "yes" }],
  },
  {
    system: "gemini-live",
    source: "https://github.com/vercel/ai/issues/20695",
    codes: [{ code: 1007, name: "Request contains an invalid argument", retry: "after-fix" }],
  },
] as const satisfies readonly SystemCodes[];
