import { useMemo, useState } from "react";
import type { Bundle } from "../../core/profile/bundle.ts";
import { canSeal } from "../../core/profile/share/seal.ts";
import { writeFile } from "../../core/profile/share/file.ts";
import type { LibraryTexts } from "../../i18n/library/libraryTexts.ts";
import { offerOf, type Offer } from "../../state/exchange.ts";
import { download } from "../../state/log.ts";
import { workbench, type Shared } from "../../state/workbench.ts";
import { Check } from "../parts/Check.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { Rich } from "../parts/Rich.tsx";
import { useText } from "../text.ts";
import { CopyButton } from "./CopyButton.tsx";
import { ShareContents, ShareSecrets } from "./ShareContents.tsx";
import { chosenBundle, environmentKey, nothingChosen, type Choice } from "./shareChoice.ts";
import { useLink } from "./useLink.ts";

interface ShareDialogProps {
  readonly texts: LibraryTexts;
  readonly what: Shared;
  readonly onClose: () => void;
}

const NOTHING: Offer = { name: "", bundle: { folders: [], profiles: [], environments: [] } };
/** Programs for mail and chat cut links somewhere beyond. */
const LONG = 8000;

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
      title={what.is === "everything" ? share.everything : share.title(name === "" ? t.tabs.untitled : name)}
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
        <ShareContents texts={texts} bundle={bundle} choice={choice} onChange={setChoice} />
      </section>
      <ShareSecrets texts={texts} bundle={bundle} choice={choice} onChange={setChoice} />
      <section>
        <h3>{share.passphrase}</h3>
        <div className="flex flex-wrap items-center gap-2">
          <Check
            text={share.encrypt}
            checked={isSealed}
            disabled={!canSeal()}
            onChange={(isOn) => {
              setSealed(isOn);
            }}
          />
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
              ? (link.url.length > LONG ? share.long : share.fits)(link.url.length)
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
