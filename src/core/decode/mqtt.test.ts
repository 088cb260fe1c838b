import { generate, type Packet } from "mqtt-packet";
import { describe, expect, test } from "vitest";
import { mqtt } from "./mqtt.ts";
import { binaryPayload, decoded, hex, show } from "./testing.ts";

const read = (octets: Uint8Array) => decoded(mqtt, binaryPayload(octets));
const of = (packet: Packet, protocolVersion: 4 | 5 = 5): Uint8Array => generate(packet, { protocolVersion });

describe("MQTT", () => {
  // From a server of aedes.
  test.each([
    ["101000044d5154540402003c0004736f636b", "CONNECT sock (3.1.1)"],
    ["20020000", "CONNACK Connection Accepted"],
    ["820800010003612f6200", "SUBSCRIBE a/b"],
    ["9003000100", "SUBACK id 1 Granted QoS 0"],
    ["30070003612f626869", "PUBLISH a/b"],
    ["c000", "PINGREQ"],
    ["d000", "PINGRESP"],
    ["e000", "DISCONNECT"],
  ])("[DE20] %s is %s", (octets, summary) => {
    expect(read(hex(octets)).summary).toBe(summary);
  });

  test("[DE21] CONNECT of version 5, as mqtt-packet writes it, with will and properties", () => {
    const { tree } = read(
      of({
        cmd: "connect",
        clientId: "c1",
        protocolVersion: 5,
        protocolId: "MQTT",
        clean: true,
        keepalive: 30,
        username: "u",
        password: Buffer.from("p"),
        will: { topic: "w", payload: Buffer.from("gone"), qos: 1, retain: true, properties: { willDelayInterval: 5 } },
        properties: { sessionExpiryInterval: 60, userProperties: { a: "b" } },
      }),
    );
    expect(show(tree)).toEqual({
      "Control Packet type": "1 = CONNECT",
      "Protocol Name": '"MQTT"',
      "Protocol Version": "5 = 5.0",
      "Clean Start": "true",
      "Keep Alive": "30",
      Properties: { "Session Expiry Interval": "60", "User Property": { a: '"b"' } },
      "Client Identifier": '"c1"',
      Will: {
        QoS: "1",
        RETAIN: "true",
        "Will Properties": { "Will Delay Interval": "5" },
        "Will Topic": '"w"',
        "Will Payload": "gone",
      },
      "User Name": '"u"',
      Password: "p",
    });
  });

  test("[DE21] PUBLISH of version 5 with every kind of property, and JSON in it", () => {
    const { summary, tree } = read(
      of({
        cmd: "publish",
        topic: "a/b",
        qos: 2,
        messageId: 7,
        dup: true,
        retain: false,
        payload: '{"t":21}',
        properties: {
          messageExpiryInterval: 9,
          contentType: "x",
          correlationData: Buffer.from([0, 1]),
          topicAlias: 3,
          subscriptionIdentifier: 300,
        },
      }),
    );
    expect(summary).toBe("PUBLISH a/b QoS 2 id 7");
    expect(show(tree)).toMatchObject({
      DUP: "true",
      QoS: "2",
      "Packet Identifier": "7",
      Properties: {
        "Message Expiry Interval": "9",
        "Content Type": '"x"',
        "Correlation Data": "h'0001'",
        "Topic Alias": "3",
        "Subscription Identifier": "300",
      },
      Payload: { t: "21" },
    });
  });

  test.each<[string, Packet, string]>([
    ["CONNACK", { cmd: "connack", reasonCode: 0x87, sessionPresent: false }, "CONNACK Not authorized"],
    ["PUBACK", { cmd: "puback", messageId: 1, reasonCode: 0x10 }, "PUBACK id 1 No matching subscribers"],
    ["PUBREC", { cmd: "pubrec", messageId: 2 }, "PUBREC id 2 Success"],
    ["PUBREL", { cmd: "pubrel", messageId: 2 }, "PUBREL id 2 Success"],
    ["PUBCOMP", { cmd: "pubcomp", messageId: 2 }, "PUBCOMP id 2 Success"],
    [
      "SUBSCRIBE",
      { cmd: "subscribe", messageId: 3, subscriptions: [{ topic: "x/#", qos: 1, nl: true, rap: true, rh: 1 }] },
      "SUBSCRIBE x/#",
    ],
    ["SUBACK", { cmd: "suback", messageId: 3, granted: [1] }, "SUBACK id 3 Granted QoS 1"],
    ["UNSUBSCRIBE", { cmd: "unsubscribe", messageId: 4, unsubscriptions: ["x", "y"] }, "UNSUBSCRIBE x, y"],
    [
      "UNSUBACK",
      { cmd: "unsuback", messageId: 4, granted: [0, 0x11] },
      "UNSUBACK id 4 Success, No subscription existed",
    ],
    ["DISCONNECT", { cmd: "disconnect", reasonCode: 0x8e }, "DISCONNECT Session taken over"],
    [
      "AUTH",
      { cmd: "auth", reasonCode: 0x18, properties: { authenticationMethod: "m" } },
      "AUTH Continue authentication",
    ],
  ])("[DE21] %s of version 5", (_name, packet, summary) => {
    expect(read(of(packet)).summary).toBe(summary);
  });

  test("[DE22] several packets in a frame, and one that goes on in the next", () => {
    const two = read(hex("c000 30070003612f626869 d000"));
    expect(two.summary).toBe("PINGREQ; PUBLISH a/b; PINGRESP");
    expect(two.tree.count(0)).toBe(3);
    const cut = read(hex("c000 300700036162"));
    expect(show(cut.tree)).toEqual([{ "Control Packet type": "12 = PINGREQ" }, "h'300700036162' (rest)"]);
  });

  test("[DE23] what breaks a rule is none: reserved types and bits, QoS 3, wildcards in a topic", () => {
    for (const octets of ["0000", "c100", "36070003612f626869", "30070003612f236869", "ffff", "30ffffffff01"])
      expect([octets, mqtt.decode(binaryPayload(hex(octets))).ok]).toEqual([octets, false]);
  });
});
