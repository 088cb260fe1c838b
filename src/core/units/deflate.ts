import { fail, ok, type Result } from "./result.ts";

type Octets = Uint8Array<ArrayBuffer>;

/**
 * Input at a time. An octet inflates to 1032 at most, and browsers inflate a chunk whole before anyone
 * can stop them: so a bomb costs one megabyte more than the limit, not a gigabyte.
 */
const SLICE = 1024;

export const deflate = async (octets: Octets): Promise<Octets> => {
  const deflated = await pass(octets, new CompressionStream("deflate-raw"), Infinity);
  if (!deflated.ok) throw new Error("deflating has no limit");
  return deflated.value;
};

/** @returns the octets, or why not: they are damaged, or more than `limit` */
export async function inflate(octets: Octets, limit: number): Promise<Result<Octets, "broken" | "too-large">> {
  try {
    return await pass(octets, new DecompressionStream("deflate-raw"), limit);
  } catch {
    return fail("broken");
  }
}

async function pass(
  octets: Octets,
  through: CompressionStream | DecompressionStream,
  limit: number,
): Promise<Result<Octets, "too-large">> {
  let at = 0;
  const source = new ReadableStream<Octets>({
    pull: (controller) => {
      if (at < octets.length) controller.enqueue(octets.slice(at, (at += SLICE)));
      else controller.close();
    },
  });
  const reader = source.pipeThrough(through).getReader();
  const chunks: Octets[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > limit) {
      // What cannot be stopped any more ends by itself.
      reader.cancel().catch(() => undefined);
      return fail("too-large");
    }
    chunks.push(next.value);
  }
  const whole = new Uint8Array(length);
  let filled = 0;
  for (const chunk of chunks) {
    whole.set(chunk, filled);
    filled += chunk.length;
  }
  return ok(whole);
}
