import { actionCable } from "./actionCable.ts";
import { base64 } from "./base64.ts";
import { cbor } from "./cbor.ts";
import type { Decoder, Fit, Payload } from "./decoder.ts";
import { deflate } from "./deflate.ts";
import { engineio } from "./engineio.ts";
import { graphqlWs } from "./graphqlWs.ts";
import { json } from "./json.ts";
import { jsonrpc } from "./jsonrpc.ts";
import { jwt } from "./jwt.ts";
import { mqtt } from "./mqtt.ts";
import { msgpack } from "./msgpack.ts";
import { phoenix } from "./phoenix.ts";
import { protobuf } from "./protobuf.ts";
import { signalr } from "./signalr.ts";
import { sockjs } from "./sockjs.ts";
import { stomp } from "./stomp.ts";
import { wamp } from "./wamp.ts";
import { wukong } from "./wukong.ts";

/** Every decoder; of two that fit alike the earlier is taken, so what is looser stands behind what is strict. */
export const DECODERS = [
  engineio,
  sockjs,
  stomp,
  signalr,
  graphqlWs,
  actionCable,
  jsonrpc,
  phoenix,
  wamp,
  mqtt,
  wukong,
  deflate,
  jwt,
  msgpack,
  cbor,
  protobuf,
  base64,
  json,
] as const satisfies readonly Decoder[];

export type DecoderId = (typeof DECODERS)[number]["id"];

export interface Candidate {
  readonly decoder: (typeof DECODERS)[number];
  readonly fit: Fit;
}

/** All of them, those that fit best first. */
export function rank(payload: Payload): readonly Candidate[] {
  const candidates = DECODERS.map((decoder): Candidate => ({ decoder, fit: decoder.sniff(payload) }));
  return candidates.toSorted((a, b) => b.fit - a.fit);
}

export const decoderOf = (id: DecoderId): Decoder | undefined => DECODERS.find((decoder) => decoder.id === id);
