import type { PhraseFamily } from "../phrase.ts";
import { chromium, chromiumSilent } from "./chromium.ts";
import { curl } from "./curl.ts";
import { dotnet, signalr } from "./dotnet.ts";
import { firefox } from "./firefox.ts";
import { coderWebsocket, go, gorilla } from "./go.ts";
import { java, javaWebSocket, jetty, okhttp, spring, tomcat } from "./java.ts";
import { netErrors } from "./netErrors.ts";
import { accessLog, nginx } from "./nginx.ts";
import { node, undici } from "./node.ts";
import { nodeWs, wscat } from "./nodeWs.ts";
import { openTls } from "./openTls.ts";
import { policies } from "./policies.ts";
import { apache, caddy, envoy, haproxy, traefik } from "./proxies.ts";
import { aiohttp, python, pythonSocketIo, uvicorn, websocketClient, websockets } from "./python.ts";
import { pawl, rust, tungstenite } from "./rust.ts";
import { safari } from "./safari.ts";
import { socketIo } from "./socketIo.ts";
import { evolutionApi, wukongim } from "./systems.ts";

/**
 * Every family of wordings. Where two match the same words, the first has them: what says more, and of one program
 * alone, stands before what many programs write.
 */
export const PHRASES: readonly PhraseFamily[] = [
  chromium,
  netErrors,
  policies,
  safari,
  chromiumSilent,
  firefox,
  nginx,
  accessLog,
  haproxy,
  apache,
  traefik,
  caddy,
  envoy,
  evolutionApi,
  wukongim,
  pythonSocketIo,
  uvicorn,
  aiohttp,
  websockets,
  websocketClient,
  signalr,
  tungstenite,
  socketIo,
  nodeWs,
  wscat,
  gorilla,
  coderWebsocket,
  okhttp,
  javaWebSocket,
  tomcat,
  jetty,
  spring,
  pawl,
  curl,
  undici,
  node,
  dotnet,
  python,
  go,
  java,
  rust,
  openTls,
];
