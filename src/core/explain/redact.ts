/** Parameters of the protocol itself, which are no secrets and tell how it was asked. */
const PLAIN = new Set(["EIO", "transport"]);

/**
 * Text for others: of every address in it user, password and the values of the query are left out.
 * A token in a path stays, because nothing tells it from a name.
 */
export const redactUrls = (text: string): string =>
  text.replace(/(?:wss?|https?):\/\/[^\s`'"<>\\]+/g, (url) =>
    url
      .replace(/\/\/[^/@?]*@/, "//")
      .replace(/([?&])([^=&]*)=([^&]*)/g, (whole, mark: string, name: string) =>
        PLAIN.has(name) ? whole : `${mark}${name}=…`,
      ),
  );
