/**
 * Where a namespace stands that was joined besides the connection's own.
 * @property sid of its socket; empty while it has none
 * @property message why it was refused or left; empty: nothing was said
 */
export interface NamespaceState {
  readonly name: string;
  readonly is: "joining" | "joined" | "refused" | "left";
  readonly sid: string;
  readonly message: string;
}
