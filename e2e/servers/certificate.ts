import { generateKeyPairSync, sign } from "node:crypto";
import { isIP } from "node:net";

export interface Certificate {
  /** PEM */
  readonly cert: string;
  /** PEM */
  readonly key: string;
}

export interface CertificateOptions {
  /** names and addresses that it is for, of IPv6 ::1 alone; absent: those of this machine */
  readonly hosts?: readonly string[];
  /** absent: a day before and a day after now */
  readonly from?: Date;
  readonly to?: Date;
}

const DAY = 86_400_000;

/** One element of DER. @see ITU-T X.690 §8.1 */
function element(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const sequence = (...content: readonly Uint8Array[]): Buffer => element(0x30, ...content);
const identifier = (hex: string): Buffer => element(0x06, Buffer.from(hex, "hex"));

/** UTCTime, as RFC 5280 §4.1.2.5 asks for until 2049: `261120123456Z`. */
const time = (date: Date): Buffer =>
  element(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, "").slice(2, 14)}Z`));

/** 1.2.840.10045.4.3.2 */
const ecdsaWithSha256 = sequence(identifier("2a8648ce3d040302"));

const commonName = (name: string): Buffer =>
  sequence(element(0x31, sequence(identifier("550403"), element(0x0c, Buffer.from(name)))));

const ipv6Loopback = Buffer.from("1".padStart(32, "0"), "hex");

function alternativeName(host: string): Buffer {
  switch (isIP(host)) {
    case 4:
      return element(0x87, Buffer.from(host.split(".").map(Number)));
    case 6:
      return element(0x87, ipv6Loopback);
    default:
      return element(0x82, Buffer.from(host));
  }
}

/**
 * A certificate that nobody vouches for but itself, made for one test.
 * @see RFC 5280 §4.1
 */
export function makeCertificate(options: CertificateOptions = {}): Certificate {
  const { hosts = ["localhost", "127.0.0.1", "::1", "a.test"] } = options;
  const { from = new Date(Date.now() - DAY), to = new Date(Date.now() + DAY) } = options;
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const name = commonName(hosts[0] ?? "nobody");
  const extension = sequence(identifier("551d11"), element(0x04, sequence(...hosts.map(alternativeName))));
  const serial = Buffer.from(`01${Date.now().toString(16).padStart(12, "0")}`, "hex");
  const content = sequence(
    element(0xa0, element(0x02, Buffer.from([2]))),
    element(0x02, serial),
    ecdsaWithSha256,
    name,
    sequence(time(from), time(to)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    element(0xa3, sequence(extension)),
  );
  const signature = element(0x03, Buffer.from([0]), sign("sha256", content, privateKey));
  const whole = sequence(content, ecdsaWithSha256, signature).toString("base64");
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${whole.replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}
