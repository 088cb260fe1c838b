import type { UrlFault } from "../../core/protocols/readUrl.ts";
import { readBrowser } from "../../core/explain/browser.ts";
import { foresee, needsLocalNetwork } from "../../core/explain/foresee.ts";
import { hostKind, isLoopback } from "../../core/units/host.ts";
import type { Messages } from "../../i18n/index.ts";
import { editProfile, faultsOf, readingOf } from "../../state/connection.ts";
import { activeTab, useTab, workbench } from "../../state/workbench.ts";
import { Rich } from "../parts/Rich.tsx";
import { fieldFaultText, urlFixText, useText } from "../text.ts";

export const URL_SAYS = "url-says";

/** What is changed in the address, or what is wrong with it and what was probably meant. */
export function UrlSays({ isStrict }: { readonly isStrict: boolean }) {
  const t = useText();
  const profile = useTab((tab) => tab.profile);
  const reading = readingOf(profile);
  const fault = faultsOf(profile).find(
    ({ field, fault: { kind } }) => field === "url" && (isStrict || kind !== "empty-url"),
  );
  if (fault) {
    const suggestion = reading?.type === "fault" ? reading.suggestion : null;
    return (
      <p id={URL_SAYS} className="url-says says is-wrong" role="alert">
        <span>
          <Rich text={fieldFaultText(t, fault.fault, profile.url)} />
        </span>
        {reading?.type === "fault" && reading.fault.kind === "path-in-url" ? (
          <PathRepair fault={reading.fault} url={suggestion ?? ""} />
        ) : suggestion === null ? null : (
          <button
            type="button"
            className="link-btn"
            onClick={() => {
              editProfile({ url: suggestion });
            }}
          >
            <Rich text={t.connection.use(suggestion)} />
          </button>
        )}
      </p>
    );
  }
  const isTemplate = profile.url.includes("{{");
  const foreseen = reading?.type === "ok" ? foreseenOf(reading.url) : null;
  if (
    reading?.type !== "ok" ||
    (reading.fixes.length === 0 && !reading.hasUserinfo && !isTemplate && foreseen === null)
  )
    return <p id={URL_SAYS} hidden />;
  return (
    <p id={URL_SAYS} className="url-says says">
      {reading.fixes.length > 0 || isTemplate ? (
        <span>
          {t.connection.willUse} <span className="mono text-text">{reading.url}</span>
        </span>
      ) : null}
      {reading.fixes.map((fix) => (
        <span key={fix.kind} className="text-text-3">
          <Rich text={urlFixText(t, fix)} />
        </span>
      ))}
      {foreseen === null ? null : <Foreseen foreseen={foreseen} url={reading.url} />}
      {reading.hasUserinfo ? <span className="text-warn">{t.connection.userinfo}</span> : null}
    </p>
  );
}

type ForeseenName = Exclude<keyof Messages["foreseen"], "local">;

/** What is certain of an address in this browser and on this page, before anything is sent. */
function foreseenOf(url: string): ForeseenName | null {
  const outlook = { engine: readBrowser(navigator.userAgent).engine, origin: location.origin, url };
  const cause = foresee(outlook);
  if (cause === "blocked-port" || cause === "mixed-content" || cause === "wildcard-address") return cause;
  if (hostKind(new URL(url).hostname) === "wildcard") return "wildcard";
  return outlook.engine === "chromium" && needsLocalNetwork(outlook) !== null ? "local-network" : null;
}

interface ForeseenProps {
  readonly foreseen: ForeseenName;
  readonly url: string;
}

function Foreseen({ foreseen, url }: ForeseenProps) {
  const t = useText();
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

/** Moves a typed path to the field where it belongs. */
function PathRepair({
  fault,
  url,
}: {
  readonly fault: Extract<UrlFault, { kind: "path-in-url" }>;
  readonly url: string;
}) {
  const t = useText();
  const move = (field: "namespace" | "path") => () => {
    const { socketio } = activeTab(workbench()).profile;
    editProfile({ url, socketio: { ...socketio, [field]: fault.path } });
  };
  const asNamespace = (
    <button key="namespace" type="button" className="link-btn" onClick={move("namespace")}>
      <Rich text={t.connection.useNamespace(fault.path)} />
    </button>
  );
  const asPath = (
    <button key="path" type="button" className="link-btn" onClick={move("path")}>
      <Rich text={t.connection.usePath(fault.path)} />
    </button>
  );
  return fault.looksLike === "path" ? [asPath, asNamespace] : [asNamespace, asPath];
}
