import { authAfterOpen } from "./authAfterOpen.ts";
import { badHandshake } from "./badHandshake.ts";
import { blockedPort } from "./blockedPort.ts";
import { clientClosed } from "./clientClosed.ts";
import { closeCode } from "./closeCode.ts";
import { csp } from "./csp.ts";
import { cspUpgrade } from "./cspUpgrade.ts";
import { dns } from "./dns.ts";
import { dropped } from "./dropped.ts";
import { heartbeatTimeout } from "./heartbeatTimeout.ts";
import { httpAnswer } from "./httpAnswer.ts";
import { httpRefused } from "./httpRefused.ts";
import { idleTimeout } from "./idleTimeout.ts";
import { invalidSubprotocol } from "./invalidSubprotocol.ts";
import { invalidUrl } from "./invalidUrl.ts";
import { localNetworkAccess } from "./localNetworkAccess.ts";
import { localhostFamily } from "./localhostFamily.ts";
import { loopbackAddress } from "./loopbackAddress.ts";
import { messageRejected } from "./messageRejected.ts";
import { mixedContent } from "./mixedContent.ts";
import { networkLost } from "./networkLost.ts";
import { noAnswer } from "./noAnswer.ts";
import { notSocketio } from "./notSocketio.ts";
import { notLoaded } from "./notLoaded.ts";
import { offline } from "./offline.ts";
import { otherProtocol } from "./otherProtocol.ts";
import { payloadTooBig } from "./payloadTooBig.ts";
import { processEnded } from "./processEnded.ts";
import { protocolViolation } from "./protocolViolation.ts";
import { proxyNoUpgrade } from "./proxyNoUpgrade.ts";
import { recovered } from "./recovered.ts";
import { refused } from "./refused.ts";
import { replaced } from "./replaced.ts";
import { reset } from "./reset.ts";
import { serverDisconnect } from "./serverDisconnect.ts";
import { setup } from "./setup.ts";
import { socketioAuth } from "./socketioAuth.ts";
import { socketioBehindRaw } from "./socketioBehindRaw.ts";
import { socketioCors } from "./socketioCors.ts";
import { socketioNamespace } from "./socketioNamespace.ts";
import { socketioParser } from "./socketioParser.ts";
import { socketioPath } from "./socketioPath.ts";
import { socketioSession } from "./socketioSession.ts";
import { socketioTransport } from "./socketioTransport.ts";
import { socketioVersion } from "./socketioVersion.ts";
import { subprotocol } from "./subprotocol.ts";
import { tls } from "./tls.ts";
import { tooManySockets } from "./tooManySockets.ts";
import { unreachable } from "./unreachable.ts";
import { wildcardAddress } from "./wildcardAddress.ts";
import { wrongScheme } from "./wrongScheme.ts";
import type { Rule } from "../rule.ts";

/** Every rule. To add one: a file, and a line here. */
export const RULES: readonly Rule[] = [
  setup,
  notLoaded,
  clientClosed,
  invalidUrl,
  invalidSubprotocol,
  blockedPort,
  mixedContent,
  csp,
  cspUpgrade,
  localNetworkAccess,
  offline,
  tooManySockets,
  wildcardAddress,
  unreachable,
  refused,
  dns,
  reset,
  otherProtocol,
  tls,
  wrongScheme,
  recovered,
  localhostFamily,
  loopbackAddress,
  noAnswer,
  httpAnswer,
  httpRefused,
  proxyNoUpgrade,
  subprotocol,
  badHandshake,
  socketioBehindRaw,
  notSocketio,
  socketioVersion,
  socketioCors,
  socketioPath,
  socketioNamespace,
  socketioAuth,
  socketioTransport,
  socketioSession,
  socketioParser,
  closeCode,
  idleTimeout,
  heartbeatTimeout,
  dropped,
  processEnded,
  networkLost,
  protocolViolation,
  authAfterOpen,
  messageRejected,
  payloadTooBig,
  serverDisconnect,
  replaced,
];
