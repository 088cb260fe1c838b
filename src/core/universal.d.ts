/**
 * The pure functions that browsers, workers and Node share, and that ES2023 does not name.
 * Nothing here reads a clock, a dice or the world.
 * @see https://encoding.spec.whatwg.org/ https://url.spec.whatwg.org/
 */
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, into: Uint8Array): { read: number; written: number };
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string;
}
declare class URL {
  constructor(url: string, base?: string);
  static canParse(url: string, base?: string): boolean;
  href: string;
  readonly origin: string;
  protocol: string;
  username: string;
  password: string;
  host: string;
  hostname: string;
  port: string;
  pathname: string;
  search: string;
  hash: string;
}
declare function atob(text: string): string;
declare function btoa(text: string): string;

/** Streams, as far as compressing needs them. @see https://streams.spec.whatwg.org/ https://compression.spec.whatwg.org/ */
interface ReadableStreamReader<Chunk> {
  read(): Promise<{ done: false; value: Chunk } | { done: true; value?: Chunk | undefined }>;
  cancel(): Promise<void>;
}
declare class ReadableStream<Chunk> {
  constructor(source: { pull(controller: { enqueue(chunk: Chunk): void; close(): void }): void });
  pipeThrough<Out>(pair: { readable: ReadableStream<Out>; writable: WritableStream<Chunk> }): ReadableStream<Out>;
  getReader(): ReadableStreamReader<Chunk>;
}
interface WritableStream<Chunk> {
  getWriter(): { write(chunk: Chunk): Promise<void> };
}
declare class CompressionStream {
  constructor(format: "deflate-raw");
  readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly writable: WritableStream<Uint8Array<ArrayBuffer>>;
}
declare class DecompressionStream {
  constructor(format: "deflate-raw");
  readonly readable: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly writable: WritableStream<Uint8Array<ArrayBuffer>>;
}

/** Ciphers, without their dice: salt and nonce are arguments. @see https://w3c.github.io/webcrypto/ */
interface CryptoKey {
  readonly type: string;
}
interface GcmParams {
  name: "AES-GCM";
  iv: Uint8Array<ArrayBuffer>;
}
interface SubtleCrypto {
  importKey(
    format: "raw",
    data: Uint8Array<ArrayBuffer>,
    algorithm: "PBKDF2",
    extractable: boolean,
    usages: "deriveKey"[],
  ): Promise<CryptoKey>;
  deriveKey(
    algorithm: { name: "PBKDF2"; hash: "SHA-256"; salt: Uint8Array<ArrayBuffer>; iterations: number },
    base: CryptoKey,
    derived: { name: "AES-GCM"; length: number },
    extractable: boolean,
    usages: ("encrypt" | "decrypt")[],
  ): Promise<CryptoKey>;
  encrypt(params: GcmParams, key: CryptoKey, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  decrypt(params: GcmParams, key: CryptoKey, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}
/** Missing where a page is neither HTTPS nor on this machine. */
declare const crypto: { readonly subtle?: SubtleCrypto };
