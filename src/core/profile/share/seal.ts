import { utf8 } from "../../units/utf8.ts";

type Octets = Uint8Array<ArrayBuffer>;
type Subtle = NonNullable<typeof crypto.subtle>;
type Key = Awaited<ReturnType<Subtle["importKey"]>>;

/** @see OWASP Password Storage Cheat Sheet: PBKDF2-HMAC-SHA256 with 600,000 rounds */
const ROUNDS = 600_000;
export const SALT_LENGTH = 16;
/** @see NIST SP 800-38D §5.2.1.1: 96 bits */
export const IV_LENGTH = 12;
const TAG_LENGTH = 16;
export const SHORTEST_SEALED = SALT_LENGTH + IV_LENGTH + TAG_LENGTH;

/** Whether this page can seal and open: browsers keep their ciphers from pages that came over plain HTTP. */
export const canSeal = (): boolean => crypto.subtle !== undefined;

/**
 * AES-GCM 256 under a key from the passphrase: salt, nonce and ciphertext one after another.
 * @param salt 16 octets @param iv 12 octets; both random, and never used again
 */
export async function seal(octets: Octets, passphrase: string, salt: Octets, iv: Octets): Promise<Octets> {
  const { subtle } = crypto;
  if (subtle === undefined || salt.length !== SALT_LENGTH || iv.length !== IV_LENGTH) throw new Error("cannot seal");
  const key = await keyOf(subtle, passphrase, salt);
  const ciphertext = new Uint8Array(await subtle.encrypt({ name: "AES-GCM", iv }, key, octets));
  const sealed = new Uint8Array(salt.length + iv.length + ciphertext.length);
  sealed.set(salt);
  sealed.set(iv, salt.length);
  sealed.set(ciphertext, salt.length + iv.length);
  return sealed;
}

/**
 * @returns null for another passphrase, and for a changed octet: the cipher refuses both alike,
 * and tells nobody which it was
 */
export async function open(sealed: Octets, passphrase: string): Promise<Octets | null> {
  const { subtle } = crypto;
  if (subtle === undefined || sealed.length < SHORTEST_SEALED) return null;
  const key = await keyOf(subtle, passphrase, sealed.slice(0, SALT_LENGTH));
  const iv = sealed.slice(SALT_LENGTH, SALT_LENGTH + IV_LENGTH);
  try {
    return new Uint8Array(await subtle.decrypt({ name: "AES-GCM", iv }, key, sealed.slice(SALT_LENGTH + IV_LENGTH)));
  } catch {
    return null;
  }
}

/** The same passphrase from every keyboard: composed characters and their parts are one. */
async function keyOf(subtle: Subtle, passphrase: string, salt: Octets): Promise<Key> {
  const base = await subtle.importKey("raw", utf8(passphrase.normalize("NFC")), "PBKDF2", false, ["deriveKey"]);
  return subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS },
    base,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}
