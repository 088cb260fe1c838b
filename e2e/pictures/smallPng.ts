import { crc32, deflateSync, inflateSync } from "node:zlib";

/** Squared: colours that are nearer share a place, so that rare ones (a red, a purple) keep theirs. */
const alike = 60;
/** A palette has at most as many colours: PNG specification, PLTE. */
const paletteSize = 256;
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Colour types of IHDR, and what 8 bits of each take: RGB, and RGB with alpha. */
const pixelSizes: ReadonlyMap<number, number> = new Map([
  [2, 3],
  [6, 4],
]);

interface Picture {
  readonly width: number;
  readonly height: number;
  /** 0xRRGGBB */
  readonly pixels: Uint32Array;
}

/** What stands beside, above, and above to the left: filter type 4. */
function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs) as [number, number, number];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

const predicted: readonly ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_left, up) => up,
  (left, up) => (left + up) >> 1,
  paeth,
];

function chunksOf(png: Buffer): readonly { readonly type: string; readonly data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

/** Reads what Chromium writes: 8 bits, no interlacing. Alpha is left out, a page is opaque. */
function read(png: Buffer): Picture {
  const chunks = chunksOf(png);
  const header = chunks.find(({ type }) => type === "IHDR")?.data ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const size = pixelSizes.get(header.readUInt8(9));
  if (size === undefined) throw new Error("a PNG of another kind than Chromium's");
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data)));
  const stride = width * size;
  const octets = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const predict = predicted[raw[y * (stride + 1)] ?? 0] ?? paeth;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < size ? 0 : (octets[at - size] ?? 0);
      const up = octets[at - stride] ?? 0;
      const corner = x < size ? 0 : (octets[at - stride - size] ?? 0);
      octets[at] = (raw[at + y + 1] ?? 0) + predict(left, up, corner);
    }
  }
  const pixels = Uint32Array.from({ length: width * height }, (_, index) => {
    const [red = 0, green = 0, blue = 0] = octets.subarray(index * size, index * size + 3);
    return (red << 16) | (green << 8) | blue;
  });
  return { width, height, pixels };
}

const partsOf = (colour: number): readonly [number, number, number] => [
  colour >> 16,
  (colour >> 8) & 0xff,
  colour & 0xff,
];

function distance(one: number, other: number): number {
  const [a, b] = [partsOf(one), partsOf(other)];
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}

const nearest = (colour: number, palette: readonly number[]): number =>
  palette.reduce((best, one, at) => (distance(one, colour) < distance(palette[best] ?? 0, colour) ? at : best), 0);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/**
 * The same picture by a palette, a third of the octets: a page has few colours, and what has no place
 * in the palette is a step between two of them at the edge of a letter.
 */
export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels } = read(png);
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const frequent = [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
  const palette: number[] = [];
  for (const colour of frequent) {
    if (palette.length === paletteSize) break;
    if (palette.every((one) => distance(one, colour) > alike)) palette.push(colour);
  }
  const places = new Map(frequent.map((colour) => [colour, nearest(colour, palette)]));

  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a pixel, colour type 3: a place in the palette.
  header.set([8, 3], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (const [index, colour] of pixels.entries()) rows[index + Math.floor(index / width) + 1] = places.get(colour) ?? 0;
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap(partsOf))),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
