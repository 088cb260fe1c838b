/** A field that is no plain input or textarea, as completion needs to know it. */
export interface AssistedField {
  text(): string;
  beforeCaret(): string;
  /** To the end of the line. */
  afterCaret(): string;
  /** Puts text in the place of as many characters before the caret. */
  complete(text: string, replaced: number): void;
  /** Where the caret is in the window; null: out of sight. */
  caretPoint(): { readonly x: number; readonly y: number } | null;
}

/** By the element that holds them. */
export const assistedFields = new WeakMap<Element, AssistedField>();
