import type { CSSProperties } from "react";

/** CSS custom properties as an inline style; React's own type knows none. */
export const variables = (values: Readonly<Record<`--${string}`, number | string>>): CSSProperties => values;
