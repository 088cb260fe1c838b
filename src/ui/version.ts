declare const SOCKWRIGHT_VERSION: string;

/** Of this build, as package.json has it. */
export const version = SOCKWRIGHT_VERSION;
