export const escapeRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** What a name with `*` for anything stands for, the whole of it. */
export const wildcard = (pattern: string): RegExp =>
  new RegExp(`^(?:${pattern.split("*").map(escapeRegex).join(".*")})$`, "su");
