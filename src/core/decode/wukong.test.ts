import { describe, expect, test } from "vitest";
import { binaryPayload, decoded, hex, show } from "./testing.ts";
import { wukong } from "./wukong.ts";

/** Written by the encoder of WuKongIMJSSDK 1.3.5; the keys are made up. */
const VECTORS = {
  connect:
    "104b0401000564657631570005616c6963650003746f6b0000018bcfe56800002c42364e38764251676b38693356647762454f687374435933537446717146507443392f41737268744848773d",
  connack:
    "215204fffffffffffffff101002c6a612f503771365152653661654e654b6d667a7a4c6e654235454872427a435777304b3434747a447468493d00103031323334353637383961626364656600000000000003e9",
  refused: "200d00000000000000000200000000",
  send: "3265000000000100066d2d303030310003626f620100000000002036366239363136613964633539646331356664393634633261626563343932317a47786c663431623976794574785a713446536b5a763253796c63666171434d64522f6873535a6f6d51453d",
  sendack: "4011112210f47de98115000000010000002a01",
  recv: "527600002063366136363534383731323332343038653136626661633662636366663132350003626f620003626f62010000000000066d2d30303032112210f47de98116000000076553f1017a47786c663431623976794574785a713446536b5a73374832434559776e35554e4164786675656d5076413d",
  recvack: "600c112210f47de9811600000007",
  ping: "70",
  pong: "80",
  disconnect: "90180c00156c6f67696e20696e206f7468657220646576696365",
  event: "c02a00046576743100155f5f5f546578744d657373616765436f6e74656e740000018bcfe56fd06368756e6b",
} as const;

const read = (name: keyof typeof VECTORS) => decoded(wukong, binaryPayload(hex(VECTORS[name])));

describe("WuKongIM", () => {
  test.each<[keyof typeof VECTORS, string, object]>([
    [
      "connect",
      "CONNECT alice",
      {
        version: "4",
        deviceFlag: "1 = web",
        deviceID: '"dev1W"',
        uid: '"alice"',
        token: '"tok"',
        clientTimestamp: "1700000000000 (time)",
      },
    ],
    [
      "connack",
      "CONNACK success",
      { serverVersion: "4", timeDiff: "-15", reasonCode: "1 = success", salt: '"0123456789abcdef"', nodeId: "1001" },
    ],
    ["refused", "CONNACK auth fail", { timeDiff: "0", reasonCode: "2 = auth fail", serverKey: '""', salt: '""' }],
    [
      "send",
      "SEND → bob",
      {
        flags: "2 = RedDot",
        clientSeq: "1",
        clientMsgNo: '"m-0001"',
        channelId: '"bob"',
        channelType: "1 = person",
        msgKey: '"66b9616a9dc59dc15fd964c2abec4921"',
        payload: "zGxlf41b9vyEtxZq4FSkZv2SylcfaqCMdR/hsSZomQE= (encrypted)",
      },
    ],
    [
      "sendack",
      "SENDACK success",
      { messageID: "1234567890123456789", clientSeq: "1", messageSeq: "42", reasonCode: "1 = success" },
    ],
    [
      "recv",
      "RECV ← bob",
      {
        flags: "2 = RedDot",
        msgKey: '"c6a6654871232408e16bfac6bccff125"',
        fromUID: '"bob"',
        channelId: '"bob"',
        expire: "0",
        clientMsgNo: '"m-0002"',
        messageID: "1234567890123456790",
        messageSeq: "7",
        timestamp: "1700000001 (time)",
      },
    ],
    ["recvack", "RECVACK 1234567890123456790", { messageID: "1234567890123456790", messageSeq: "7" }],
    ["ping", "PING", {}],
    ["pong", "PONG", {}],
    [
      "disconnect",
      "DISCONNECT kicked login in other device",
      { reasonCode: "12 = kicked", reason: '"login in other device"' },
    ],
    ["event", "EVENT ___TextMessageContent", { id: '"evt1"', timestamp: "1700000002000 (time)", data: "chunk" }],
  ])("[DE30] %s, as the SDK writes it", (name, summary, fields) => {
    const { tree, ...rest } = read(name);
    expect(rest.summary).toBe(summary);
    expect(show(tree)).toMatchObject(fields);
  });

  test("[DE31] several packets in a frame; one with an octet too many is none", () => {
    expect(decoded(wukong, binaryPayload(hex(`70 ${VECTORS.recvack} 80`))).summary).toBe(
      "PING; RECVACK 1234567890123456790; PONG",
    );
    expect(wukong.decode(binaryPayload(hex(`${VECTORS.recvack.replace("600c", "600d")}00`))).ok).toBe(false);
  });
});
