import type { SpeechKey } from "../../../core/explain/codeRegistry.ts";
import type { CodeSentences } from "../codeTexts.ts";

export const speech: CodeSentences<SpeechKey> = {
  "4000:assemblyai": [
    "The sample rate is not a positive whole number.",
    "`sample_rate` missing or with another value in the address.",
  ],
  "4001:assemblyai": ["The connection is not authorised.", "An API key or token that is missing, wrong or expired."],
  "4002:assemblyai": ["The account has no funds left.", "A balance that is used up."],
  "4003:assemblyai": ["The free tier does not include this.", "An account without a payment method."],
  "4004:assemblyai": ["The session id does not exist.", "An id of a session that has ended, or of another account."],
  "4008:assemblyai": ["The session has expired.", "A connection that came back after the session's time."],
  "4010:assemblyai": ["The session is closed.", "Audio that was sent after the end of the session."],
  "4029:assemblyai": ["Requests come too fast.", "Audio sent faster than real time, or too many new sessions."],
  "4030:assemblyai": ["The session is in use elsewhere.", "Two connections with one session."],
  "4031:assemblyai": ["The session timed out.", "No audio for longer than the service waits."],
  "4032:assemblyai": ["A piece of audio is too short.", "Chunks that are cut too small."],
  "4033:assemblyai": ["A piece of audio is too long.", "Chunks that are collected for too long before they are sent."],
  "4034:assemblyai": ["The audio is too small to be transcoded.", "An empty or nearly empty chunk."],
  "4100:assemblyai": ["A message is not valid JSON.", "Audio sent as text, or JSON written by hand."],
  "4101:assemblyai": ["A message has the wrong fields.", "JSON with another shape than the API expects."],
  "4102:assemblyai": ["The account has too many streams open.", "Old sessions that were not ended."],
  "4103:assemblyai": ["The session went on in another connection.", "A reconnect that took it over."],
  "4104:assemblyai": ["The word boost parameter cannot be read.", "A list that is not JSON, or is not URL-encoded."],
  "1003:speechmatics": ["A message broke the protocol.", "A message of another order or shape than the API expects."],
  "1008:speechmatics": [
    "A rule was broken; also the end after 1 h without audio or 48 h in all.",
    "What the error message right before the close says.",
  ],
  "1011:speechmatics": [
    "An error inside the service. Another attempt fits after 5 to 10 s.",
    "Trouble on the service's side.",
  ],
  "4001:speechmatics": ["The connection is not authorised.", "An API key or JWT that is wrong or expired."],
  "4003:speechmatics": ["The action is not allowed.", "A feature outside the contract."],
  "4004:speechmatics": ["The model is not known.", "A language or model name that does not exist."],
  "4005:speechmatics": [
    "As many sessions at once as the contract allows. Another attempt fits after 5 to 10 s.",
    "Sessions that have not ended yet.",
  ],
  "4006:speechmatics": ["The usage limit of the contract is reached.", "The hours of the period are used up."],
  "4013:speechmatics": ["The job failed. Another attempt fits after 5 to 10 s.", "Trouble on the service's side."],
  "1008:deepgram-stt": [
    "The data cannot be decoded as audio.",
    "Another `encoding` or `sample_rate` than the audio has, or bytes that are not audio.",
  ],
  "1011:deepgram-stt:no-answer": [
    "The service sent no text within its own time.",
    "Trouble on the service's side, or too little audio to answer.",
  ],
  "1011:deepgram-stt:silence": [
    "Nothing came from the client for 10 s.",
    "A pause in the audio without `KeepAlive` messages.",
  ],
  "1008:deepgram-tts": [
    "Too many characters came in a short time.",
    "`Speak` messages sent faster than they are spoken.",
  ],
  "1011:deepgram-tts": ["The connection reached its longest life.", "A connection that stays open between texts."],
  "1001:openai-realtime": [
    "The session reached its longest duration of 60 minutes.",
    "A session that stays open; an `error` event `session_expired` may come first.",
  ],
  "1007:gemini-live": [
    "A message has a field that the API does not accept.",
    "A tool result, or another message, with the wrong shape.",
  ],
};
