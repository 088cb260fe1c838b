import { readBrowser } from "../../core/explain/browser.ts";
import { needsLocalNetwork } from "../../core/csp/network.ts";
import { foresee } from "../../core/explain/foresee.ts";
import { hostKind, isLoopback } from "../../core/units/host.ts";
import type { Messages } from "../../i18n/index.ts";
import { editProfile } from "../../state/connection.ts";
import { Rich } from "../parts/Rich.tsx";
import { useText } from "../text.ts";

type ForeseenName = Exclude<keyof Messages["foreseen"], "local">;

/** What is certain of an address in this browser and on this page, before anything is sent. */
function foreseenOf(url: string): ForeseenName | null {
  const outlook = { engine: readBrowser(navigator.userAgent).engine, origin: location.origin, url };
  const cause = foresee(outlook);
  if (cause === "blocked-port" || cause === "mixed-content" || cause === "wildcard-address") return cause;
  if (hostKind(new URL(url).hostname) === "wildcard") return "wildcard";
  return outlook.engine === "chromium" && needsLocalNetwork(outlook) !== null ? "local-network" : null;
}

/** What will become of this address in this browser, and what helps; nothing where nothing is certain. */
export function Foreseen({ url }: { readonly url: string }) {
  const t = useText();
  const foreseen = foreseenOf(url);
  if (foreseen === null) return null;
  const target = new URL(url);
  const mended =
    foreseen === "mixed-content" && !isLoopback(target.hostname)
      ? url.replace(/^ws:/, "wss:").replace(/^http:/, "https:")
      : foreseen.startsWith("wildcard")
        ? url.replace(target.host, target.host.replace(target.hostname, "127.0.0.1"))
        : null;
  return (
    <>
      <span className="text-warn" data-foreseen={foreseen}>
        <Rich text={t.foreseen[foreseen]} />
      </span>
      {foreseen === "mixed-content" && isLoopback(target.hostname) ? (
        <span>
          <Rich text={t.foreseen.local} />
        </span>
      ) : null}
      {mended === null ? null : (
        <button
          type="button"
          className="link-btn"
          onClick={() => {
            editProfile({ url: mended });
          }}
        >
          <Rich text={t.connection.use(mended)} />
        </button>
      )}
    </>
  );
}
