import type { Bundle } from "../../core/profile/bundle.ts";
import type { PartKind } from "../../core/profile/share/parts.ts";
import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { shortUrl } from "../../state/connection.ts";
import { Check } from "../parts/Check.tsx";
import { Icon } from "../parts/Icon.tsx";
import { useText } from "../text.ts";
import { environmentKey, partsIn, profileKey, secretsIn, type Choice, type OfferedSecret } from "./shareChoice.ts";

const toggled = <Key,>(set: ReadonlySet<Key>, key: Key): ReadonlySet<Key> =>
  set.has(key) ? new Set([...set].filter((one) => one !== key)) : new Set([...set, key]);

interface ChoosingProps {
  readonly texts: LibraryTexts;
  readonly bundle: Bundle;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** What goes along: the parts of one profile, or several profiles, and environments. */
export function ShareContents({ texts, bundle, choice, onChange }: ChoosingProps) {
  const { share, sharing } = texts;
  const parts = partsIn(bundle);
  const isEmpty = parts.length === 0 && bundle.profiles.length === 0 && bundle.environments.length === 0;
  return (
    <>
      {isEmpty ? <p className="hint">{share.nothing}</p> : null}
      {parts.map(({ kind, detail }) => (
        <Line
          key={kind}
          name={sharing.parts[kind]}
          detail={detail}
          isFixed={kind === "address"}
          isOn={!choice.withoutParts.has(kind)}
          onToggle={() => {
            onChange({ ...choice, withoutParts: toggled<PartKind>(choice.withoutParts, kind) });
          }}
        />
      ))}
      {parts.length > 0
        ? null
        : bundle.profiles.map(({ name, folder, profile }, at) => (
            <Line
              // oxlint-disable-next-line react/no-array-index-key -- names may repeat: a profile is its place
              key={at}
              name={name}
              detail={shortUrl(profile.url)}
              remark={folder ?? ""}
              isOn={!choice.dropped.has(profileKey(at))}
              onToggle={() => {
                onChange({ ...choice, dropped: toggled(choice.dropped, profileKey(at)) });
              }}
            />
          ))}
      {bundle.environments.map(({ name, variables }, at) => {
        const key = environmentKey(at);
        const hasValues = choice.withValues.has(key);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- names may repeat: an environment is its place
          <div key={at}>
            <Line
              name={share.environment(name)}
              detail={variables.map((one) => one.name).join(", ")}
              remark={
                hasValues
                  ? share.values(variables.filter(({ secret }) => !secret).length)
                  : share.names(variables.length)
              }
              isOn={!choice.dropped.has(key)}
              onToggle={() => {
                onChange({ ...choice, dropped: toggled(choice.dropped, key) });
              }}
            />
            <Check
              className="pl-6"
              text={share.withValues}
              label={`${share.environment(name)} ${share.withValues}`}
              checked={hasValues}
              disabled={choice.dropped.has(key)}
              onChange={() => {
                onChange({ ...choice, withValues: toggled(choice.withValues, key) });
              }}
            />
          </div>
        );
      })}
    </>
  );
}

/** What others need not know: nothing of it goes along that is not ticked. */
export function ShareSecrets({ texts, bundle, choice, onChange }: ChoosingProps) {
  const t = useText();
  const { share } = texts;
  const secrets = secretsIn(bundle, choice);
  const isMany = bundle.profiles.length + bundle.environments.length > 1;
  return (
    <section>
      <h3>
        <span className="inline-flex items-center gap-1">
          <Icon name="secure" small />
          {share.secrets}
        </span>{" "}
        <small>{secrets.length === 0 ? share.noSecrets : share.secretsHint}</small>
      </h3>
      {secrets.map((secret) => (
        <Line
          key={secret.key}
          name={secret.name === "" ? placeText(texts, secret) : secret.name}
          detail="••••••••••"
          remark={[isMany ? secret.owner : "", secret.name === "" ? "" : placeText(texts, secret)]
            .filter((part) => part !== "")
            .join(t.app.comma)}
          isOn={choice.secrets.has(secret.key)}
          onToggle={() => {
            onChange({ ...choice, secrets: toggled(choice.secrets, secret.key) });
          }}
        />
      ))}
    </section>
  );
}

const placeText = ({ sharing }: LibraryTexts, { place }: OfferedSecret): string =>
  place.kind === "message"
    ? `${sharing.messageLists[place.list]}${place.message === "" ? ` ${String(place.index + 1)}` : sharing.named(place.message)}`
    : sharing.places[place.kind];

interface LineProps {
  readonly name: string;
  readonly detail: string;
  readonly remark?: string;
  readonly isOn: boolean;
  readonly isFixed?: boolean;
  readonly onToggle: () => void;
}

function Line({ name, detail, remark = "", isOn, isFixed = false, onToggle }: LineProps) {
  return (
    <label className="sh">
      <input type="checkbox" className="box" aria-label={name} checked={isOn} disabled={isFixed} onChange={onToggle} />
      <span className="cut" title={name}>
        {name}
      </span>
      <span className="mono cut" title={detail}>
        {detail}
      </span>
      <small>{remark}</small>
    </label>
  );
}
