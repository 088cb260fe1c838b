import { lazy, Suspense } from "react";
import type { Profile } from "../../core/profile/profile.ts";
import type { UrlFault } from "../../core/protocols/readUrl.ts";
import { editProfile, faultsOf, readingOf } from "../../state/connection.ts";
import { effective } from "../../state/effective.ts";
import { activeTab, useTab, workbench } from "../../state/workbench.ts";
import { Rich } from "../parts/Rich.tsx";
import { fieldFaultText, urlFixText, useText } from "../text.ts";

const Foreseen = lazy(() => import("./Foreseen.tsx").then((loaded) => ({ default: loaded.Foreseen })));

export const URL_SAYS = "url-says";

/** The address with the names of secret variables in the place of their values. */
function shownUrl(profile: Profile): string | null {
  if (!profile.variables.some(({ secret }) => secret)) return null;
  const variables = profile.variables.map((one) =>
    one.secret && one.value !== "" ? { ...one, value: `{{${one.name}}}` } : one,
  );
  const reading = readingOf({ ...profile, variables });
  return reading?.type === "ok" ? reading.url : profile.url;
}

/** What is changed in the address, or what is wrong with it and what was probably meant. */
export function UrlSays({ isStrict }: { readonly isStrict: boolean }) {
  const t = useText();
  const profile = useTab(effective);
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
  const other = isStrict ? faultsOf(profile)[0] : undefined;
  if (other)
    return (
      <p id={URL_SAYS} className="url-says says is-wrong" role="alert">
        <b>{other.field === "url" ? t.connection.url : t.chips[other.field]}</b>
        <Rich text={fieldFaultText(t, other.fault, other.field === "auth" ? profile.socketio.auth : "")} />
      </p>
    );
  const isTemplate = profile.url.includes("{{");
  if (reading?.type !== "ok") return <p id={URL_SAYS} hidden />;
  return (
    <p id={URL_SAYS} className="url-says says">
      {reading.fixes.length > 0 || isTemplate ? (
        <span>
          {t.connection.willUse} <span className="mono text-text">{shownUrl(profile) ?? reading.url}</span>
        </span>
      ) : null}
      {reading.fixes.map((fix) => (
        <span key={fix.kind} className="text-text-3">
          <Rich text={urlFixText(t, fix)} />
        </span>
      ))}
      <Suspense>
        <Foreseen url={reading.url} />
      </Suspense>
      {reading.hasUserinfo ? <span className="text-warn">{t.connection.userinfo}</span> : null}
    </p>
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
