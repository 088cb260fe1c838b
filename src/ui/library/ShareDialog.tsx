import { useMemo, useState } from "react";
import type { Bundle } from "../../core/profile/bundle.ts";
import type { PartKind } from "../../core/profile/share/parts.ts";
import { canSeal } from "../../core/profile/share/seal.ts";
import { writeFile } from "../../core/profile/share/file.ts";
import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { shortUrl } from "../../state/connection.ts";
import { offerOf, type Offer } from "../../state/exchange.ts";
import { download } from "../../state/log.ts";
import { workbench, type Shared } from "../../state/workbench.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Rich } from "../parts/Rich.tsx";
import { useText } from "../text.ts";
import { CopyButton } from "./CopyButton.tsx";
import {
  chosenBundle,
  environmentKey,
  nothingChosen,
  partsIn,
  profileKey,
  secretsIn,
  type Choice,
  type OfferedSecret,
} from "./shareChoice.ts";
import { useLink } from "./useLink.ts";

interface ShareDialogProps {
  readonly texts: LibraryTexts;
  readonly what: Shared;
  readonly onClose: () => void;
}

const NOTHING: Offer = { name: "", bundle: { folders: [], profiles: [], environments: [] } };
/** Programs for mail and chat cut links somewhere beyond. */
const LONG = 8000;

const toggled = <Key,>(set: ReadonlySet<Key>, key: Key): ReadonlySet<Key> =>
  set.has(key) ? new Set([...set].filter((one) => one !== key)) : new Set([...set, key]);

/** An environment on its own is shared for its values; beside a profile its names are enough. */
function initialChoice(what: Shared, { environments }: Bundle): Choice {
  const isMeant = what.is === "environment" || what.is === "everything";
  return { ...nothingChosen, withValues: new Set(isMeant ? environments.map((_, at) => environmentKey(at)) : []) };
}

/** What goes into a link or a file, item by item, and the link as it grows. */
export function ShareDialog({ texts, what, onClose }: ShareDialogProps) {
  const t = useText();
  const { share } = texts;
  const [{ name, bundle }] = useState(() => offerOf(what) ?? NOTHING);
  const [choice, setChoice] = useState(() => initialChoice(what, bundle));
  const [isSealed, setSealed] = useState(false);
  const [passphrase, setPassphrase] = useState("");
  const chosen = useMemo(() => chosenBundle(bundle, choice), [bundle, choice]);
  const link = useLink(chosen, isSealed ? passphrase : null);
  const saveFile = (): void => {
    const settings = what.is === "everything" ? workbench().settings : null;
    const file = writeFile(chosen, new Date().toISOString(), settings);
    const title = (name === "" ? "backup" : name).replace(/[^\p{L}\p{N}._-]+/gu, "-");
    download(new Blob([file], { type: "application/json" }), `sockwright-${title}.json`);
  };
  return (
    <Dialog
      title={what.is === "everything" ? share.everything : share.title(name)}
      closeLabel={t.app.close}
      width={640}
      onClose={onClose}
      footer={
        <>
          <p className="hint">
            <Rich text={share.fragment} />
          </p>
          <button type="button" className="btn btn-lg" title={share.fileHint} onClick={saveFile}>
            {share.file}
          </button>
          <CopyButton label={share.copy} text={link.is === "made" ? link.url : ""} isDisabled={link.is !== "made"} />
        </>
      }
    >
      <section>
        <h3>
          {share.inIt} <small>{share.inItHint}</small>
        </h3>
        <Contents texts={texts} bundle={bundle} choice={choice} onChange={setChoice} />
      </section>
      <Secrets texts={texts} bundle={bundle} choice={choice} onChange={setChoice} />
      <section>
        <h3>{share.passphrase}</h3>
        <div className="flex flex-wrap items-center gap-2">
          <label className="chk">
            <input
              type="checkbox"
              className="box"
              checked={isSealed}
              disabled={!canSeal()}
              onChange={(event) => {
                setSealed(event.target.checked);
              }}
            />
            {share.encrypt}
          </label>
          <label className="field field-lg grow">
            <input
              className="mono"
              aria-label={share.passphrase}
              autoComplete="off"
              spellCheck={false}
              disabled={!isSealed}
              value={passphrase}
              onChange={(event) => {
                setPassphrase(event.target.value);
              }}
            />
          </label>
          <button
            type="button"
            className="btn btn-lg"
            disabled={!canSeal()}
            onClick={() => {
              setSealed(true);
              setPassphrase(suggestion());
            }}
          >
            {share.suggest}
          </button>
        </div>
        <p className={isSealed && passphrase === "" ? "says is-wrong pt-1" : "hint pt-1"}>
          {!canSeal() ? share.insecure : isSealed && passphrase === "" ? share.passphraseNeeded : share.passphraseHint}
        </p>
      </section>
      <section>
        <h3>
          {share.link}{" "}
          <small role="status" className={link.is === "made" && link.url.length > LONG ? "text-warn" : ""}>
            {link.is === "made"
              ? `${share.length(link.url.length)}, ${link.url.length > LONG ? share.long : share.fits}`
              : link.is === "too-long"
                ? share.tooLong
                : share.making}
          </small>
        </h3>
        <textarea
          className="link-box"
          aria-label={share.link}
          readOnly
          rows={3}
          value={link.is === "made" ? link.url : ""}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
        />
      </section>
    </Dialog>
  );
}

/** Sixteen letters and digits that are not taken for one another: 80 bits. */
function suggestion(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789x";
  const random = crypto.getRandomValues(new Uint8Array(16));
  const text = [...random].map((octet) => letters[octet % letters.length] ?? "").join("");
  return text.replace(/(.{4})(?=.)/g, "$1-");
}

interface ChoosingProps {
  readonly texts: LibraryTexts;
  readonly bundle: Bundle;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

function Contents({ texts, bundle, choice, onChange }: ChoosingProps) {
  const { share, sharing } = texts;
  const parts = partsIn(bundle);
  return (
    <>
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
            <label className="chk pl-6">
              <input
                type="checkbox"
                className="box"
                aria-label={`${share.environment(name)} ${share.withValues}`}
                checked={hasValues}
                disabled={choice.dropped.has(key)}
                onChange={() => {
                  onChange({ ...choice, withValues: toggled(choice.withValues, key) });
                }}
              />
              {share.withValues}
            </label>
          </div>
        );
      })}
    </>
  );
}

function Secrets({ texts, bundle, choice, onChange }: ChoosingProps) {
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
            .join(", ")}
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
    ? `${sharing.messageLists[place.list]}${place.message === "" ? ` ${String(place.index + 1)}` : ` “${place.message}”`}`
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
