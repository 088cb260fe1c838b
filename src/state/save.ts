/** Saving comes with the library, which is fetched when the page rests, or by who needs it first. */
export function saveTab(): void {
  void import("./library.ts").then((library) => library.saveTab());
}
