/** Characters of one text; beyond it a page would stand still while it reads. */
export const MOST_TEXT = 5_000_000;

export const MOST_PROFILES = 2000;

/** Lines about what was left out that anybody would scroll through. */
export const MOST_LEFT = 2000;

/** Folders in folders; deeper ones are no work of people. */
export const DEEPEST_FOLDER = 32;

export const MOST_MESSAGES = 500;

/** Headers, parameters or addresses of one request; more of them only make a reader slow. */
export const MOST_ROWS = 300;
