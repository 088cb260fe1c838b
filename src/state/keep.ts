/** Fetches what keeps profiles, environments and recent addresses, and starts it. */
export const startKeepingAll = (): Promise<void> =>
  import("./startLibrary.ts").then(({ startKeeping }) => startKeeping());
