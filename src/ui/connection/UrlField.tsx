import { PROTOCOLS } from "../../core/protocols/index.ts";
import { editProfile, mendUrl, readingOf } from "../../state/connection.ts";
import { effective } from "../../state/effective.ts";
import { useTab } from "../../state/workbench.ts";
import { Icon } from "../parts/Icon.tsx";
import { useText } from "../text.ts";
import { URL_SAYS } from "./UrlSays.tsx";

interface UrlFieldProps {
  readonly onSubmit: () => void;
  readonly isStrict: boolean;
}

/** The address as typed. What it would become is said below; leaving the field or connecting makes it so. */
export function UrlField({ onSubmit, isStrict }: UrlFieldProps) {
  const t = useText();
  const profile = useTab((tab) => tab.profile);
  const setup = useTab(effective);
  const reading = readingOf(setup);
  const isWrong = reading?.type === "fault" || reading === null || (isStrict && reading.type === "empty");
  const isSecure = reading?.type === "ok" && /^(?:wss|https):/.test(reading.url);
  return (
    <span className={`field field-lg url ${isWrong ? "is-wrong" : ""}`}>
      {isSecure ? (
        <span className="text-ok" title="TLS">
          <Icon name="secure" small />
        </span>
      ) : null}
      <input
        data-focus="url"
        type="text"
        inputMode="url"
        aria-label={t.connection.url}
        aria-invalid={isWrong}
        aria-describedby={URL_SAYS}
        placeholder={PROTOCOLS[profile.protocol].example}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={profile.url}
        onChange={(event) => {
          editProfile({ url: event.target.value });
        }}
        onBlur={mendUrl}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) onSubmit();
          // Out of the field, where letters are keys.
          else if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
    </span>
  );
}
