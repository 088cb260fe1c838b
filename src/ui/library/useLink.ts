import { useEffect, useState } from "react";
import type { Bundle } from "../../core/profile/bundle.ts";
import { encodeLink, encodeSealed, LONGEST_LINK } from "../../core/profile/share/link.ts";
import { IV_LENGTH, SALT_LENGTH } from "../../core/profile/share/seal.ts";

export type Link =
  | { readonly is: "making" }
  | { readonly is: "made"; readonly url: string }
  /** More than a link may hold, and more than this app would open. */
  | { readonly is: "too-long" };

const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

/** Typing rests before a key is derived from it, ms: that takes a noticeable moment. */
const REST = 250;

/** The link to a bundle, made anew with every change. @param passphrase null: not encrypted; empty: none yet */
export function useLink(bundle: Bundle, passphrase: string | null): Link {
  const [made, setMade] = useState<{ readonly of: Bundle; readonly by: string | null; readonly link: Link } | null>(
    null,
  );
  useEffect(() => {
    let isCurrent = true;
    if (passphrase === "") return;
    const make = async (): Promise<void> => {
      const text = await (passphrase === null
        ? encodeLink(bundle)
        : encodeSealed(bundle, passphrase, random(SALT_LENGTH), random(IV_LENGTH)));
      if (!isCurrent) return;
      const url = `${location.origin}${location.pathname}#/p/${text}`;
      const link: Link = text.length > LONGEST_LINK ? { is: "too-long" } : { is: "made", url };
      setMade({ of: bundle, by: passphrase, link });
    };
    const timer = setTimeout(() => void make(), passphrase === null ? 0 : REST);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [bundle, passphrase]);
  return made?.of === bundle && made.by === passphrase ? made.link : { is: "making" };
}
