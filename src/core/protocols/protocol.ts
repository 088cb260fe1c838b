/**
 * What a protocol is, as data: everything the page must know to draw its fields and check its URL.
 * How it is spoken stands on the other side of the wall, in engine/transports.
 */
export interface Protocol {
  /** The name people read; a proper noun, the same in every language. */
  readonly name: string;
  /** Two letters for lists. */
  readonly mark: string;
  /** Shown in an empty URL field. */
  readonly example: string;
  readonly schemes: SchemeRules;
  /** Whether the path of the URL is part of the address. Socket.IO has fields for path and namespace. */
  readonly pathInUrl: boolean;
  /** Whether a message is one frame, or a named event with arguments. */
  readonly message: "frame" | "event";
  readonly subprotocols: boolean;
  readonly acknowledgements: boolean;
  /** Whether close code and reason are the client's to choose. */
  readonly closeCode: boolean;
}

export interface SchemeRules {
  readonly plain: string;
  readonly secure: string;
  /** Schemes that mean the same and are rewritten. */
  readonly aliases: Readonly<Record<string, "plain" | "secure">>;
}
