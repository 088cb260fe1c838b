import type { Profile } from "../../profile/profile.ts";
import type { Param } from "../../protocols/query.ts";
import type { LeftOutKind } from "../leftOut.ts";

/** Headers that every browser sends by itself; a copied command line has them all. */
const BROWSERS_OWN =
  /^(?:host|connection|upgrade|sec-websocket-.*|user-agent|accept(?:-.*)?|cache-control|pragma|content-(?:type|length)|dnt|priority|referer|te|sec-(?:ch|fetch|gpc).*)$/i;

type Leave = (kind: LeftOutKind, detail: string) => void;

/** A line of a header, `Name: value`. @returns null for what is none */
export function readHeader(line: string): Param | null {
  const colon = line.indexOf(":");
  const name = (colon < 0 ? "" : line.slice(0, colon)).trim();
  return name === "" ? null : { name, value: line.slice(colon + 1).trim() };
}

export const subprotocolsOf = (headers: readonly Param[]): readonly string[] =>
  headers.filter(({ name }) => /^sec-websocket-protocol$/i.test(name)).flatMap(({ value }) => splitList(value));

export const splitList = (list: string): readonly string[] =>
  list
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");

/**
 * The setup with what it can carry of these headers; the rest is left out by name, for a value may be a
 * secret. A raw WebSocket of a browser carries none, Socket.IO those that a browser lets a page set.
 */
export function withHeaders(profile: Profile, headers: readonly Param[], leave: Leave): Profile {
  const kept: Param[] = [];
  for (const header of headers) {
    const { name } = header;
    if (BROWSERS_OWN.test(name)) continue;
    if (/^cookie2?$/i.test(name)) leave("cookies", name);
    else if (/^origin$/i.test(name)) leave("origin", header.value);
    else if (profile.protocol === "socketio") kept.push(header);
    else leave("headers", name);
  }
  return kept.length === 0 ? profile : { ...profile, socketio: { ...profile.socketio, headers: kept } };
}

/** The header that signs in with user and password. @returns null where a `{{variable}}` is part of them: it cannot be encoded yet */
export function basicAuth(user: string, password: string): Param | null {
  const credentials = `${user}:${password}`;
  if (credentials.includes("{{")) return null;
  // btoa takes octets; RFC 7617 §2.1 lets them be UTF-8.
  const octets = Array.from(new TextEncoder().encode(credentials), (octet) => String.fromCharCode(octet));
  return { name: "Authorization", value: `Basic ${btoa(octets.join(""))}` };
}
